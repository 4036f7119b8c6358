import { type DragEvent, type ReactNode, useState } from 'react';
import styles from './DropZone.module.css';

interface Props {
  readonly onFile: (file: File) => void;
  /** Holds a `FileButton` for the same: dropping is a convenience, never the only way. */
  readonly children: ReactNode;
}

/** A frame onto which a file may be dropped. */
export function DropZone({ onFile, children }: Props) {
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard.
    <div className={styles.zone} data-over={over || undefined} onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop}>
      {children}
    </div>
  );
}
