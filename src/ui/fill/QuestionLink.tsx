import type { MouseEvent, ReactNode } from 'react';
import { Link } from 'wouter';
import { questionAddress } from './address.ts';
import { useOpen } from './open.ts';

interface Props {
  /** Id of the question. */
  readonly question: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** Leads to a question, on this page or another. */
export function QuestionLink({ question, children, className }: Props) {
  const id = useOpen(({ assessment }) => assessment.id);
  const model = useOpen((open) => open.model);
  const stay = (event: MouseEvent) => {
    if (goToQuestion(question)) event.preventDefault();
  };
  return (
    <Link href={questionAddress(id, model, question)} state={{ question }} className={className} onClick={stay}>
      {children}
    </Link>
  );
}

/** Shows a question of this page and gives it the focus. @returns whether it is on this page */
export function goToQuestion(id: string): boolean {
  const element = document.getElementById(id);
  element?.scrollIntoView();
  element?.focus({ preventScroll: true });
  return element !== null;
}

/** Acts by which a person takes the page to where it should be. */
const ACTS = ['pointerdown', 'wheel', 'keydown'] as const;

/** Shows a question of a page that has just opened, and keeps it in place while parts of the page arrive above it. @returns what ends that */
export function arriveAt(id: string): () => void {
  const arrived = new ResizeObserver(() => document.getElementById(id)?.scrollIntoView());
  const end = () => {
    arrived.disconnect();
    for (const act of ACTS) window.removeEventListener(act, end);
  };
  if (goToQuestion(id)) {
    arrived.observe(document.body);
    for (const act of ACTS) window.addEventListener(act, end);
  }
  return end;
}

/** The question that the link to this page was about. */
export const wantedQuestion = (): string | undefined => (window.history.state as { readonly question?: string } | null)?.question;
