import { useForm } from 'react-hook-form';
import { isRealDate } from '../../core/day.ts';
import type { Detail } from '../../core/format/assessment.ts';
import { commit } from '../../store/workspace.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { ErrorSummary } from '../parts/ErrorSummary.tsx';
import { useWords } from '../words.ts';
import { summaryOf } from './complaints.ts';
import styles from './DetailsDialog.module.css';
import { DETAIL_NAMES, EDITABLE, isDay, isLong } from './details.ts';
import { useOpen } from './open.ts';

type Values = Partial<Record<Detail, string>>;

/** Facts about the assessment, and the vendor's own position with its source and date. What is saved is what was changed. */
export function DetailsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const details = useOpen(({ state }) => state.details);
  const { register, handleSubmit, formState } = useForm<Values>({
    defaultValues: Object.fromEntries(EDITABLE.map((detail) => [detail, details[detail] ?? ''])),
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const save = (values: Values) => {
    const changed = EDITABLE.filter((detail) => (values[detail] ?? '').trim() !== (details[detail] ?? ''));
    commit(changed.map((detail) => ({ kind: 'detail', detail, value: (values[detail] ?? '').trim() })));
    onClose();
  };
  const check =
    (detail: Detail) =>
    (value = '') =>
      !isDay(detail) || value === '' || isRealDate(value) || t('fill.detail.notADay', { detail: t(DETAIL_NAMES[detail]) });
  return (
    <Dialog title={t('fill.details')} onClose={onClose}>
      <form noValidate className={styles.form} onSubmit={handleSubmit(save)}>
        <ErrorSummary
          errors={summaryOf(formState.errors).map(({ field, message }) => ({ field: `detail-${field}`, message }))}
          attempt={formState.submitCount}
        />
        {EDITABLE.map((detail) => {
          const error = formState.errors[detail]?.message;
          const shared = {
            ...register(detail, { validate: check(detail) }),
            id: `detail-${detail}`,
            'aria-invalid': error ? true : undefined,
            'aria-describedby': error ? `detail-${detail}-error` : undefined,
          };
          return (
            <div key={detail} className="field">
              <label htmlFor={shared.id}>{t(DETAIL_NAMES[detail])}</label>
              {error && (
                <p className="error" id={`detail-${detail}-error`}>
                  {error}
                </p>
              )}
              {isLong(detail) ? (
                <textarea {...shared} rows={3} maxLength={20000} />
              ) : (
                <input {...shared} type={isDay(detail) ? 'date' : 'text'} maxLength={2000} autoComplete="off" />
              )}
            </div>
          );
        })}
        <p className={`row ${styles.actions}`}>
          <button type="submit" className="button">
            {t('fill.details.save')}
          </button>
          <button type="button" className="button-quiet" onClick={onClose}>
            {t('fill.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
