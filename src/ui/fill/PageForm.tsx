import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { Question } from '../../core/format/questionnaire.ts';
import type { Item } from '../../core/model.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { draftOf } from '../fields/draft.ts';
import { type FieldForm, FieldFormContext } from '../fields/form.ts';
import { Loading } from '../page.tsx';
import { ErrorSummary } from '../parts/ErrorSummary.tsx';
import { useWords } from '../words.ts';
import { pageAddress } from './address.ts';
import { resolverOf, summaryOf } from './complaints.ts';
import { fingerprint, keeperOf } from './keeper.ts';
import { itemsOf, useNeeds } from './needs.ts';
import { useOpen } from './open.ts';
import styles from './PageForm.module.css';
import { PageContext } from './page.ts';
import { pageAfter } from './progress.ts';
import { arriveAt, wantedQuestion } from './QuestionLink.tsx';
import { QuestionSlot } from './QuestionSlot.tsx';
import { recallUnfinished } from './unfinished.ts';

interface Props {
  /** Indexes in the questionnaire; another page is another form (`key`). */
  readonly section: number;
  readonly page: number;
}

/** The form of one page. */
export function PageForm(props: Props) {
  const model = useOpen((open) => open.model);
  const items = useMemo(() => itemsOf(model, props.section, props.page), [model, props.section, props.page]);
  return useNeeds(items) ? <Form {...props} items={items} /> : <Loading />;
}

/** Owner of the keystrokes, which it hands on as answers (`keeper.ts`). */
function Form({ section, page, items }: Props & { readonly items: readonly Item[] }) {
  const words = useWords();
  const { t } = words;
  const [, navigate] = useLocation();
  const id = useOpen(({ assessment }) => assessment.id);
  const model = useOpen((open) => open.model);
  const [defaultValues] = useState(() => valuesAtFirst(items.map(({ question }) => question)));
  const resolver = useMemo(
    () =>
      resolverOf(
        items.map(({ question }) => question),
        isShown,
        words,
      ),
    [items, words],
  );
  const { register, control, setValue, getValues, handleSubmit, formState } = useForm({
    defaultValues,
    resolver,
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const keeper = useMemo(
    () =>
      keeperOf(
        items.map(({ question }) => question),
        getValues,
        setValue,
      ),
    [items, getValues, setValue],
  );
  const { errors, submitCount } = formState;
  const form = useMemo<FieldForm>(
    () => ({ register, control, errors, setValue, getValues, keep: keeper.keep, keepSoon: keeper.keepSoon }),
    [register, control, errors, setValue, getValues, keeper],
  );
  const status = useRef<HTMLParagraphElement>(null);
  const context = useMemo(() => ({ announce: (text: string) => status.current?.replaceChildren(text) }), []);

  // A layout effect: the fields are still there when the page goes.
  useLayoutEffect(() => {
    window.addEventListener('pagehide', keeper.leave);
    document.addEventListener('visibilitychange', keeper.leave);
    return () => {
      window.removeEventListener('pagehide', keeper.leave);
      document.removeEventListener('visibilitychange', keeper.leave);
      keeper.leave();
    };
  }, [keeper]);
  // All of the page in one look: an answer renders no question again.
  useLayoutEffect(
    () =>
      useWorkspace.subscribe(({ open: now }, { open: before }) => {
        if (!now || !before || now.state === before.state) return;
        for (const { question } of items)
          keeper.follow(question, before.state.answers.get(question.id), now.state.answers.get(question.id));
      }),
    [items, keeper],
  );
  // After the title has taken the focus.
  useEffect(() => {
    const wanted = wantedQuestion();
    return wanted === undefined ? undefined : arriveAt(wanted);
  }, []);

  const goOn = () => {
    keeper.leave();
    const { open } = useWorkspace.getState();
    const next = open && pageAfter(open, section, page);
    navigate(next === null || next === undefined ? `/a/${id}` : pageAddress(id, model, section, next));
  };
  return (
    <form noValidate onSubmit={handleSubmit(goOn)} className={styles.form}>
      <ErrorSummary errors={summaryOf(errors)} attempt={submitCount} />
      <p role="status" className="visually-hidden" ref={status} />
      <FieldFormContext value={form}>
        <PageContext value={context}>
          {items.map(({ index }) => (
            <QuestionSlot key={index} index={index} />
          ))}
        </PageContext>
      </FieldFormContext>
      <p className={styles.continue}>
        <button type="submit" className="button">
          {t('fill.continue')}
        </button>
      </p>
    </form>
  );
}

/** What the fields hold when the page opens: the answers, and over them what was typed here and is none yet. */
function valuesAtFirst(questions: readonly Question[]) {
  const { open } = useWorkspace.getState();
  return Object.assign(
    {},
    ...questions.map((question) => {
      const answer = open?.state.answers.get(question.id);
      return { ...draftOf(question, answer), ...recallUnfinished(open?.assessment.id ?? '', question.id, fingerprint(question, answer)) };
    }),
  );
}

function isShown(question: Question): boolean {
  const { open } = useWorkspace.getState();
  return open?.result.questions[open.model.indexOf(question.id) ?? -1]?.applicable !== 'false';
}
