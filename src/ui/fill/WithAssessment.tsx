import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { UiKey } from '../../i18n/languages.ts';
import { onChange } from '../../store/announce.ts';
import { close, openAssessment, useWorkspace } from '../../store/workspace.ts';
import { Loading } from '../page.tsx';
import { sentenceOf } from '../parts/failure.ts';
import { Notice } from '../parts/Notice.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import { useUndoKeys } from './undoKeys.ts';

interface Props {
  /** Id of the assessment, from the address. */
  readonly id: string;
  readonly children: ReactNode;
}

type Opening = { readonly kind: 'opening' | 'opened' | 'none' } | { readonly kind: 'failed'; readonly why: UiKey };

/** Opens the assessment that the address names, for as long as its pages are shown. */
export function WithAssessment({ id, children }: Props) {
  const { t } = useWords();
  const isOpen = useWorkspace((state) => state.open?.assessment.id === id);
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' });
  useEffect(() => {
    let wanted = true;
    const leave = () => {
      if (useWorkspace.getState().open?.assessment.id === id) close();
    };
    const look = () =>
      openAssessment(id).then(
        (found) => {
          if (wanted) setOpening({ kind: found ? 'opened' : 'none' });
          else leave();
        },
        (error) => wanted && setOpening({ kind: 'failed', why: sentenceOf(error) }),
      );
    look();
    // It may come back, out of the second copy or from another window.
    const end = onChange(({ kind }) => kind === 'list' && look());
    return () => {
      end();
      wanted = false;
      leave();
    };
  }, [id]);
  useUndoKeys();

  if (isOpen) return children;
  switch (opening.kind) {
    case 'failed':
      return <Missing title={t('fill.unreadable.title')} text={t(opening.why)} />;
    case 'none':
      return <Missing title={t('fill.missing.title')} text={t('fill.missing.text')} />;
    default:
      return <Loading />;
  }
}

function Missing({ title, text }: { readonly title: string; readonly text: string }) {
  const { t } = useWords();
  return (
    <div className="stack measure">
      <PageTitle title={title} />
      <Notice>{text}</Notice>
      <p>
        <Link href="/">{t('app.notFound.home')}</Link>
      </p>
    </div>
  );
}
