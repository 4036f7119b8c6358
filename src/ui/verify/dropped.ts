/** A file and where it lies below the folder that was given, such as `2026/a.pdf`. */
export interface Placed {
  readonly path: string;
  readonly file: File;
}

const PDF = /\.pdf$/i;

/** What was chosen in a dialog; of a folder its PDFs. */
export const chosen = (files: readonly File[]): readonly Placed[] =>
  files
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path, file }) => !file.webkitRelativePath || PDF.test(path))
    .sort(byPath);

/** What was dropped: files as they are, and the PDFs of folders and of those below. A drop must be read at once, so call this in its event. */
export async function dropped({ items, files }: DataTransfer): Promise<readonly Placed[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  // What is dragged from a page, and older browsers, give files alone.
  if (entries.length === 0) return chosen([...files]);
  const all = await Promise.all(
    entries.map((entry) => (entry.isDirectory ? below(entry as FileSystemDirectoryEntry, '') : [entry as FileSystemFileEntry])),
  );
  return (await Promise.all(all.flat().map(placed))).sort(byPath);
}

async function below(folder: FileSystemDirectoryEntry, path: string): Promise<readonly FileSystemFileEntry[]> {
  const entries = await entriesOf(folder);
  const inside = entries.map((entry) =>
    entry.isDirectory
      ? below(entry as FileSystemDirectoryEntry, `${path}${folder.name}/`)
      : PDF.test(entry.name)
        ? [entry as FileSystemFileEntry]
        : [],
  );
  return (await Promise.all(inside)).flat();
}

/** A folder hands out some of its entries at a time, and none when it has no more. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const placed = (entry: FileSystemFileEntry): Promise<Placed> =>
  new Promise((resolve, reject) => {
    entry.file((file) => resolve({ path: entry.fullPath.replace(/^\//, ''), file }), reject);
  });

const byPath = (a: Placed, b: Placed): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
