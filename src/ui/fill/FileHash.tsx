import { useState } from 'react';
import { useController } from 'react-hook-form';
import type { Evidence } from '../../core/format/answer.ts';
import type { Question } from '../../core/format/questionnaire.ts';
import { useFieldForm } from '../fields/form.ts';
import { namesOf } from '../fields/names.ts';
import { FileButton } from '../parts/FileButton.tsx';
import { useWords } from '../words.ts';
import styles from './EvidenceFields.module.css';

/** Notes which file it was by name and SHA-256; the file itself stays where it is. */
export function FileHash({ question }: { readonly question: Question }) {
  const { t } = useWords();
  const { control, keep } = useFieldForm();
  const { field } = useController({ control, name: namesOf(question.id).file });
  const [reading, setReading] = useState<'idle' | 'busy' | 'failed'>('idle');
  const file: Evidence['file'] | null = field.value;
  const set = (value: typeof file) => {
    field.onChange(value);
    keep(question);
  };
  const choose = async (chosen: File) => {
    setReading('busy');
    try {
      const [{ sha256Hex }, bytes] = await Promise.all([import('../../core/canonical.ts'), chosen.arrayBuffer()]);
      set({ name: chosen.name.slice(0, 2000), sha256: sha256Hex(new Uint8Array(bytes)) });
      setReading('idle');
    } catch {
      // The browser could not read the file; what was noted before stands.
      setReading('failed');
    }
  };
  const helpId = `${question.id}--file-help`;
  return (
    <div className={styles.line}>
      {file && (
        <p className={styles.file}>
          {file.name}
          <code>{file.sha256}</code>
          <button type="button" className="link" onClick={() => set(null)}>
            {t('fill.evidence.file.remove')}
          </button>
        </p>
      )}
      <p className="row">
        <FileButton onFile={(chosen) => void choose(chosen)} describedBy={helpId}>
          {file ? t('fill.evidence.file.other') : t('fill.evidence.file')}
        </FileButton>
        <span role="status" className="small">
          {reading === 'busy' && t('fill.evidence.file.busy')}
          {reading === 'failed' && t('fill.evidence.file.failed')}
        </span>
      </p>
      <p className="hint" id={helpId}>
        {t('fill.evidence.file.help')}
      </p>
    </div>
  );
}
