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
