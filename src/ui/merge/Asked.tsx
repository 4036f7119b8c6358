import type { ReactNode } from 'react';
import type { Question } from '../../core/format/questionnaire.ts';
import { tagOf } from '../fields/names.ts';
import { useWords } from '../words.ts';
import styles from './Asked.module.css';

/** Questions one under another, each with what is said about it. */
export const AskedList = ({ children }: { readonly children: ReactNode }) => <ul className={styles.list}>{children}</ul>;

/** One question by its words and its id, which is its heading here. */
export function Asked({ question, children }: { readonly question: Question; readonly children: ReactNode }) {
  const { local } = useWords();
  return (
    <li className={styles.item}>
      <h3 className={styles.text} id={`asked-${question.id}`} tabIndex={-1}>
        {local(question.text)} <span className="tag">{tagOf(question.id)}</span>
      </h3>
      {children}
    </li>
  );
}
