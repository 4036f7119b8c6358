/** Hands a file to the person at the screen; it goes nowhere else. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Given back later: the browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export const jsonFile = (text: string): Blob => new Blob([text], { type: 'application/json' });

/** A title as the name of a file that any system takes: letters, digits and hyphens, at most 80 of them. */
export function fileName(title: string, ending: string): string {
  const name = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '');
  return `${name || 'soundings'}.${ending}`;
}
