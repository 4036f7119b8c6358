import { memo, useEffect, useRef } from 'react';
import { useWords } from '../words.ts';
import { useOpen } from './open.ts';
import { usePage } from './page.ts';
import { QuestionBlock } from './QuestionBlock.tsx';

/** The place of a question on its page: there while its visibility rule does not rule it out (method A2, S2). */
export const QuestionSlot = memo(function QuestionSlot({ index }: { readonly index: number }) {
  const { t, local } = useWords();
  const { announce } = usePage();
  const question = useOpen(({ model }) => model.items[index]?.question);
  const isThere = useOpen(({ result }) => result.questions[index]?.applicable !== 'false');
  const wasThere = useRef(isThere);
  useEffect(() => {
    if (!question || wasThere.current === isThere) return;
    wasThere.current = isThere;
    announce(
      isThere
        ? t('fill.question.appeared', { question: local(question.text) })
        : t('fill.question.left', { question: local(question.text) }),
    );
  }, [isThere, question, announce, t, local]);
  return question && isThere ? <QuestionBlock index={index} question={question} /> : null;
});
