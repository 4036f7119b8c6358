import { type DragEvent, type ReactNode, useState } from 'react';
import styles from './DropZone.module.css';

interface Props {
  /** Given all files that are dropped together. */
  readonly onFiles?: (files: readonly File[]) => void;
  /** In place of `onFiles`, where folders are taken as well. */
  readonly onDrop?: (transfer: DataTransfer) => void;
  /** Holds a `FileButton` for the same: dropping is a convenience, never the only way. */
  readonly children: ReactNode;
}

/** A frame onto which files may be dropped. */
export function DropZone({ onFiles, onDrop, children }: Props) {
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onDrop?.(event.dataTransfer);
    if (event.dataTransfer.files.length > 0) onFiles?.([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard.
    <div className={styles.zone} data-over={over || undefined} onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop}>
      {children}
    </div>
  );
}
