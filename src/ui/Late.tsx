/** What nobody waits for comes after the first picture: how what is kept here stands, and whether a new version waits. */
import { Keep } from './keep/Keep.tsx';
import { NewVersion } from './offline/NewVersion.tsx';
import { Older } from './older/Older.tsx';

export function Late() {
  return (
    <>
      <Older />
      <Keep />
      <NewVersion />
    </>
  );
}
