import { useForm } from 'react-hook-form';
import type { JoinedBid } from '../../core/procedure/state.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';

interface Props {
  readonly bid: JoinedBid;
  readonly onClose: () => void;
  readonly onRemove: (reason: string) => void;
}

/** Asks for the reason. */
export function RemoveBid({ bid: { label }, onClose, onRemove }: Props) {
  const { t } = useWords();
  const { register, handleSubmit, formState } = useForm({ defaultValues: { reason: '' }, reValidateMode: 'onSubmit' });
  return (
    <Dialog title={t('procedure.bid.remove.title', { label })} onClose={onClose}>
      <form className="stack" noValidate onSubmit={handleSubmit(({ reason }) => onRemove(reason.trim()))}>
        <p>{t('procedure.bid.remove.text')}</p>
        <TextField
          id="remove-reason"
          label={t('procedure.bid.remove.reason')}
          error={formState.errors.reason?.message}
          autoComplete="off"
          maxLength={2000}
          {...register('reason', { validate: (reason) => reason.trim() !== '' || t('procedure.bid.remove.needed') })}
        />
        <p className="row">
          <button type="submit" className="button">
            {t('procedure.bid.remove.do')}
          </button>
          <button type="button" className="button-quiet" onClick={onClose}>
            {t('procedure.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
