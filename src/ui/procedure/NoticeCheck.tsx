import type { Policy } from '../../core/format/facts.ts';
import type { Questionnaire } from '../../core/format/questionnaire.ts';
import { page } from '../page.tsx';

export interface NoticeCheckProps {
  /** Sections and weights in force. */
  readonly questionnaire: Questionnaire;
  readonly policy: Policy;
  /** Publication number that the procedure names; empty where it names none. */
  readonly named: string;
}

/** Are the weights those of the published notice? Comes with its words when it is first shown; reads a file when one is chosen, and keeps nothing. */
export const NoticeCheck = page<'NoticeForm', NoticeCheckProps>(['notice', 'problems'], 'NoticeForm', () => import('./NoticeForm.tsx'));
