import { type ChangeEvent, type ReactNode, useId } from 'react';
import styles from './FileButton.module.css';

interface Props {
  /** What pressing it does, such as "Open a file". */
  readonly children: ReactNode;
  /** As in HTML: `.json,application/json`. All files where left out. */
  readonly accept?: string;
  /** Given each file that is chosen, the same one twice included. */
  readonly onFile?: (file: File) => void;
  /** In place of `onFile`, where several may be chosen at once. */
  readonly onFiles?: (files: readonly File[]) => void;
  /** A folder is chosen, and all that is in it is given. */
  readonly isFolder?: boolean;
  readonly describedBy?: string | undefined;
}

/** A native file input that looks like the other buttons. */
export function FileButton({ children, accept, onFile, onFiles, isFolder = false, describedBy }: Props) {
  const id = useId();
  const choose = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(input.files ?? [])];
    // Emptied, or choosing the same file again after mending it would be no change.
    input.value = '';
    if (files[0]) onFile?.(files[0]);
    if (files.length > 0) onFiles?.(files);
  };
  return (
    <span className={styles.wrap}>
      <input
        type="file"
        id={id}
        className="visually-hidden"
        accept={accept}
        multiple={onFiles !== undefined}
        ref={(input) => {
          if (input) input.webkitdirectory = isFolder;
        }}
        onChange={choose}
        aria-describedby={describedBy}
      />
      <label htmlFor={id} className="button-quiet">
        {children}
      </label>
    </span>
  );
}
