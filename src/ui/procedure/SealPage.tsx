import { useForm } from 'react-hook-form';
import { hashOf } from '../../core/canonical.ts';
import { buyerQuestions, criteriaOf } from '../../core/procedure/criteria.ts';
import type { Seal } from '../../core/procedure/state.ts';
import { sealCriteria } from '../../store/procedures.ts';
import { changeSettings, useSettings } from '../../store/settings.ts';
import { ErrorSummary } from '../parts/ErrorSummary.tsx';
import { Notice } from '../parts/Notice.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';
import { titleOf } from './bidNames.ts';
import { CompareCode } from './CompareCode.tsx';
import { CriteriaView } from './CriteriaView.tsx';
import { Frame } from './Frame.tsx';
import styles from './procedure.module.css';
import { useProcedure } from './procedure.ts';
import { SealCode } from './SealCode.tsx';

/** Before the seal: what is about to be fixed. After it: the sheet that is printed and read out. */
export function SealPage() {
  const { t } = useWords();
  const { header, state } = useProcedure().view;
  return (
    <Frame up={`/p/${header.id}`} back={t('procedure.backTo', { title: titleOf(state) || t('procedure.untitled') })}>
      {state.seal ? <Sheet seal={state.seal} /> : <Sealing />}
    </Frame>
  );
}

function Sealing() {
  const { t } = useWords();
  const { view, act } = useProcedure();
  const { header, state, criteria } = view;
  const person = useSettings((settings) => settings.person);
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { person },
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const error = formState.errors.person?.message;
  const open = criteria ? buyerQuestions(criteria.questionnaire).filter(({ id }) => !criteria.answers[id]).length : 0;
  const submit = handleSubmit(async ({ person: name }) => {
    // Saved first: the seal carries the name.
    await act(async () => {
      await changeSettings({ person: name.trim() });
      return sealCriteria(header.id, hashOf(state.criteria));
    });
  });
  return (
    <form noValidate className={styles.form} onSubmit={submit}>
      <ErrorSummary errors={error ? [{ field: 'seal-person', message: error }] : []} attempt={formState.submitCount} />
      <div className={styles.say}>
        <PageTitle title={t('procedure.seal.title')} />
        <p className="lede">{t('procedure.seal.lede')}</p>
      </div>
      {!state.details.number && (
        <Notice tone="strong">
          <p>{t('procedure.seal.needsNumber')}</p>
        </Notice>
      )}
      {open > 0 && (
        <Notice tone="strong">
          <p>{t('procedure.seal.open', { count: open })}</p>
        </Notice>
      )}
      <section className={styles.formPart} aria-labelledby="fixed">
        <h2 id="fixed">{t('procedure.seal.fixed')}</h2>
        {criteria && <CriteriaView criteria={criteria} />}
      </section>
      <section className={styles.formPart} aria-labelledby="who">
        <h2 id="who">{t('procedure.seal.by')}</h2>
        <TextField
          id="seal-person"
          label={t('procedure.person')}
          hint={t('procedure.person.hint')}
          error={error}
          maxLength={200}
          autoComplete="name"
          {...register('person', { validate: (name) => name.trim() !== '' || t('procedure.person.needed') })}
        />
        <p>
          <button type="submit" className="button" disabled={formState.isSubmitting}>
            {t('procedure.seal.do')}
          </button>
        </p>
      </section>
    </form>
  );
}

function Sheet({ seal }: { readonly seal: Seal }) {
  const { t, f } = useWords();
  const { header, procedure } = useProcedure().view;
  const { questionnaire, policy, facts } = seal.criteria;
  const said = [
    [t('procedure.seal.at'), f.instant(seal.at)],
    [t('procedure.seal.by'), seal.by],
    [t('procedure.seal.number'), seal.number],
    [t('procedure.seal.id'), header.id],
  ];
  const hashes = [
    [t('procedure.seal.hash'), seal.sha256],
    [t('procedure.seal.document', { name: t('procedure.questionnaire') }), questionnaire],
    [t('procedure.seal.document', { name: t('procedure.seal.policy') }), policy],
    [t('procedure.seal.document', { name: t('procedure.facts') }), facts],
  ];
  return (
    <div className={styles.form}>
      <div className={styles.say}>
        <PageTitle title={t('procedure.seal.page', { number: seal.number })} />
        <p className="lede">{t('procedure.seal.pageLede')}</p>
      </div>
      <section aria-labelledby="code" className={`panel ${styles.card}`}>
        <h2 id="code" className={styles.cardTitle}>
          {t('procedure.seal.code')}
        </h2>
        <SealCode sha256={seal.sha256} large />
        <dl className="facts">
          {said.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          {hashes.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </div>
          ))}
        </dl>
        <p>
          <button type="button" className="button-quiet" onClick={() => window.print()}>
            {t('procedure.seal.print')}
          </button>
        </p>
      </section>
      <CompareCode sha256={seal.sha256} />
      <section className={styles.formPart} aria-labelledby="as-sealed">
        <h2 id="as-sealed">{t('procedure.seal.as')}</h2>
        <CriteriaView criteria={criteriaOf(procedure, seal.criteria)} />
      </section>
    </div>
  );
}
