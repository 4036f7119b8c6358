import { type Control, type FieldErrors, type UseFormRegister, useFieldArray } from 'react-hook-form';
import type { FieldError } from '../parts/ErrorSummary.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';
import styles from './procedure.module.css';
import own from './TenderFields.module.css';
import { REQUIRED, type TenderValues } from './tender.ts';

interface Props<V extends TenderValues> {
  readonly register: UseFormRegister<V>;
  readonly control: Control<V>;
  readonly errors: FieldErrors<TenderValues>;
  /** Is the number under seal? */
  readonly isSealed: boolean;
  /** Ids of lots that have bids. */
  readonly needed: ReadonlySet<string>;
}

/** What stands in the error summary for the fields of the tender. */
export const tenderErrors = (errors: FieldErrors<TenderValues>): readonly FieldError[] => [
  ...REQUIRED.flatMap((name) => (errors[name]?.message ? [{ field: `tender-${name}`, message: errors[name].message }] : [])),
  ...[...(Array.isArray(errors.lots) ? errors.lots : [])].flatMap((lot, i) =>
    lot?.title?.message ? [{ field: `tender-lot-${i}`, message: lot.title.message }] : [],
  ),
];

/** What the tender is: number, subject, authority, notice, retention class, lots. */
export function TenderFields({ register, control, errors, isSealed, needed }: Props<TenderValues>) {
  const { t } = useWords();
  const required = {
    number: t('procedure.number.needed'),
    title: t('procedure.title.needed'),
    authority: t('procedure.authority.needed'),
  };
  const field = (name: (typeof REQUIRED)[number]) => ({
    id: `tender-${name}`,
    error: errors[name]?.message,
    maxLength: 2000,
    ...register(name, { validate: (value) => value.trim() !== '' || required[name] }),
  });
  return (
    <>
      <section className={styles.formPart} aria-labelledby="about">
        <h2 id="about">{t('procedure.about')}</h2>
        <TextField
          label={t('procedure.number')}
          hint={t(isSealed ? 'procedure.number.sealed' : 'procedure.number.hint')}
          autoComplete="off"
          readOnly={isSealed}
          {...field('number')}
        />
        <TextField label={t('procedure.title')} autoComplete="off" {...field('title')} />
        <TextField label={t('procedure.authority')} autoComplete="organization" {...field('authority')} />
        <TextField
          id="tender-notice"
          label={t('procedure.notice')}
          hint={t('procedure.notice.hint')}
          optional
          autoComplete="off"
          maxLength={2000}
          {...register('notice')}
        />
        <TextField
          id="tender-retention"
          label={t('procedure.retention')}
          hint={t('procedure.retention.hint')}
          optional
          autoComplete="off"
          maxLength={2000}
          {...register('retention')}
        />
      </section>
      <Lots register={register} control={control} errors={errors} needed={needed} />
    </>
  );
}

function Lots({ register, control, errors, needed }: Omit<Props<TenderValues>, 'isSealed'>) {
  const { t, f } = useWords();
  const { fields, append, remove } = useFieldArray({ control, name: 'lots' });
  return (
    <section className={styles.formPart} aria-labelledby="lots">
      <div>
        <h2 id="lots">{t('procedure.lots')}</h2>
        <p className="muted">{t('procedure.lots.help')}</p>
      </div>
      {fields.map((lot, i) => {
        const number = f.integer(i + 1);
        const mustStay = needed.has(lot.key);
        return (
          <div key={lot.id} className={own.lot}>
            <TextField
              id={`tender-lot-${i}`}
              label={t('procedure.lot.title', { number })}
              {...(mustStay && { hint: t('procedure.lot.hasBids') })}
              error={errors.lots?.[i]?.title?.message}
              autoComplete="off"
              maxLength={2000}
              {...register(`lots.${i}.title`, { validate: (title) => !mustStay || title.trim() !== '' || t('procedure.lot.hasBids') })}
            />
            {!mustStay && (
              <button type="button" className="link" onClick={() => remove(i)}>
                {t('procedure.lot.remove', { number })}
              </button>
            )}
          </div>
        );
      })}
      <p>
        <button type="button" className="button-quiet" onClick={() => append({ key: '', title: '' })}>
          {t('procedure.lot.add')}
        </button>
      </p>
    </section>
  );
}
