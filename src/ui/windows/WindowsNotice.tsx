import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useWorkspace } from '../../store/workspace.ts';
import { questionAddress } from '../fill/address.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words.ts';
import styles from './WindowsNotice.module.css';
import { beginWindows, forgetClashes, takeBack, takeOver, useWindows } from './windows.ts';

/** Says what goes on in other windows on the same assessment: that there are some, and what was answered differently. */
export function WindowsNotice() {
  const { t } = useWords();
  const { others, isRefused, clashes, left } = useWindows();
  const [isFine, setFine] = useState(false);
  useEffect(beginWindows, []);
  // Said anew where they come anew.
  if (isFine && others === 0) setFine(false);
  if ((others === 0 || isFine) && clashes.length === 0 && !left) return null;
  return (
    <div className={styles.place}>
      {left && (
        <Notice role="status">
          <p>{t('windows.left', { title: left.title })}</p>
          <p className="row">
            <button type="button" className="button-quiet" onClick={() => takeBack(left)}>
              {t('windows.back')}
            </button>
          </p>
        </Notice>
      )}
      {others > 0 && !isFine && (
        <Notice role="status">
          <p>{t('windows.open', { count: others })}</p>
          {isRefused && <p>{t('windows.refused')}</p>}
          <p className="row">
            <button type="button" className="button-quiet" onClick={takeOver}>
              {t('windows.take')}
            </button>
            <button type="button" className="link" onClick={() => setFine(true)}>
              {t('windows.fine')}
            </button>
          </p>
        </Notice>
      )}
      {clashes.length > 0 && <Clashes questions={clashes} />}
    </div>
  );
}

function Clashes({ questions }: { readonly questions: readonly string[] }) {
  const { t, local } = useWords();
  const { open } = useWorkspace.getState();
  if (!open) return null;
  const { id } = open.assessment;
  return (
    <Notice tone="strong" role="alert">
      <p>{t('windows.clash', { count: questions.length })}</p>
      <ul>
        {questions.map((question) => (
          <li key={question}>
            <Link href={questionAddress(id, open.model, question)} state={{ question }}>
              {local(open.model.items[open.model.indexOf(question) ?? -1]?.question.text ?? { en: question })}
            </Link>
          </li>
        ))}
      </ul>
      <p className="row">
        <button type="button" className="button-quiet" onClick={forgetClashes}>
          {t('windows.clash.read')}
        </button>
        <Link href={`/a/${id}/history`}>{t('windows.clash.history')}</Link>
      </p>
    </Notice>
  );
}
