import type { Role } from '../../core/format/final.ts';
import type { FinalKey } from '../../i18n/languages.ts';

export const ROLE_NAMES: Readonly<Record<Role, FinalKey>> = {
  preparer: 'final.role.preparer',
  reviewer: 'final.role.reviewer',
  approver: 'final.role.approver',
};
