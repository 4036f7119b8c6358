import { useForm } from 'react-hook-form';
import { renameAssessment } from '../../store/assessments.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useWords } from '../words.ts';
import type { Listed } from './kept.ts';

interface Props {
  readonly one: Listed;
  readonly onClose: () => void;
  readonly onFailure: (error: unknown) => void;
}

/** Asks for another title. */
export function RenameDialog({ one, onClose, onFailure }: Props) {
  const { t } = useWords();
  const { register, handleSubmit, formState } = useForm({ defaultValues: { title: one.title }, reValidateMode: 'onSubmit' });
  const submit = handleSubmit(async ({ title }) => {
    onClose();
    if (title.trim() !== one.title) await renameAssessment(one.id, title.trim()).catch(onFailure);
  });
  return (
    <Dialog title={t('home.rename.of', { title: one.title })} onClose={onClose}>
      <form className="stack" noValidate onSubmit={submit}>
        <TextField
          id="rename-title"
          label={t('home.rename.label')}
          error={formState.errors.title?.message}
          autoComplete="off"
          {...register('title', { validate: (title) => title.trim() !== '' || t('home.rename.needed') })}
        />
        <p className="row">
          <button type="submit" className="button">
            {t('home.rename.save')}
          </button>
          <button type="button" className="button-quiet" onClick={onClose}>
            {t('home.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
