import { Link } from 'wouter';
import { isSealed } from '../../store/database.ts';
import { useWords } from '../words.ts';

/** Says whether what is kept here is encrypted, and leads to where that is changed. */
export function LockLink() {
  const { t } = useWords();
  const isOn = isSealed();
  return (
    <p className="row">
      <span>{t(isOn ? 'encryption.home.on' : 'encryption.home.off')}</span>
      <Link href="/encryption">{t(isOn ? 'encryption.home.settings' : 'encryption.home.offer')}</Link>
    </p>
  );
}
