import { ENGINE } from '../../core/engine.ts';
import type { RedactedInput } from '../redacted/document.ts';
import { RECORD_FORMAT } from './format.ts';
import type { RedactedRecord } from './record.ts';

/** The record of the report of a redacted variant: that variant, and nothing of the full one but its hash and its result. */
export const recordOfRedacted = ({ redacted, language, appVersion, edition }: RedactedInput): RedactedRecord => ({
  format: RECORD_FORMAT,
  kind: 'redacted',
  language,
  app: { version: appVersion },
  engine: ENGINE,
  ...(edition === undefined ? {} : { edition }),
  redacted,
});
