/**
 * What nobody waits for comes after the first picture: how what is kept here stands, whether a new version waits, and what goes on in
 * other windows.
 */
import { Keep } from './keep/Keep.tsx';
import { LockBar } from './lock/LockBar.tsx';
import { NewVersion } from './offline/NewVersion.tsx';
import { Older } from './older/Older.tsx';
import { WindowsNotice } from './windows/WindowsNotice.tsx';

export function Late() {
  return (
    <>
      <LockBar />
      <Older />
      <Keep />
      <NewVersion />
      <WindowsNotice />
    </>
  );
}
