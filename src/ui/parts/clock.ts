const two = (n: number) => String(n).padStart(2, '0');

/** An ISO instant as the hour and minute of this device, such as 14:02. */
export function clockOf(instant: string): string {
  const at = new Date(instant);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The day of this device as an ISO day: of an instant, or today. */
export function dayOf(instant: Date): string {
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}
