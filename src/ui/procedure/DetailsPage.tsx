import { useForm } from 'react-hook-form';
import { useLocation } from 'wouter';
import { changeDetails } from '../../store/procedures.ts';
import { ErrorSummary } from '../parts/ErrorSummary.tsx';
import { PageTitle } from '../parts/PageTitle.tsx';
import { useWords } from '../words.ts';
import { titleOf } from './bidNames.ts';
import { Frame } from './Frame.tsx';
import styles from './procedure.module.css';
import { useProcedure } from './procedure.ts';
import { TenderFields, tenderErrors } from './TenderFields.tsx';
import { detailsIn, lotsIn, type TenderValues, tenderOf } from './tender.ts';

/** The tender, to be changed: what changes is one more line of the history. */
export function DetailsPage() {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const { view, act } = useProcedure();
  const { header, state } = view;
  const up = `/p/${header.id}`;
  const { register, control, handleSubmit, formState } = useForm<TenderValues>({
    defaultValues: tenderOf(state),
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const submit = handleSubmit(async (values) => {
    if (await act(() => changeDetails(header.id, detailsIn(values), lotsIn(values)))) navigate(up);
  });
  return (
    <Frame up={up} back={t('procedure.backTo', { title: titleOf(state) || t('procedure.untitled') })}>
      <form noValidate className={styles.form} onSubmit={submit}>
        <ErrorSummary errors={tenderErrors(formState.errors)} attempt={formState.submitCount} />
        <PageTitle title={t('procedure.details.title')} />
        <TenderFields
          register={register}
          control={control}
          errors={formState.errors}
          isSealed={state.seal !== null}
          needed={new Set(state.bids.flatMap(({ lot }) => lot ?? []))}
        />
        <p>
          <button type="submit" className="button" disabled={formState.isSubmitting}>
            {t('procedure.details.save')}
          </button>
        </p>
      </form>
    </Frame>
  );
}
