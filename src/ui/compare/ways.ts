/** The ways out of each bid as they come from the worker, and what waits for them. */
import { useEffect, useMemo } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { Comparison } from '../../core/compare/comparison.ts';
import { type Ways, waysOf } from '../../report/comparison/ways.ts';
import { inSlices } from './slices.ts';
import { bidsOf } from './task.ts';
import { useWorker } from './useWorker.ts';

interface Found {
  /** By id of a bid. */
  readonly ways: ReadonlyMap<string, Ways>;
  /** How many there will be. */
  readonly all: number;
}
export type FoundWays = StoreApi<Found>;

/** Found one bid after the other once `isTime`; on the page itself where no worker may run. */
export function useFoundWays(comparison: Comparison, isTime: boolean): FoundWays {
  const found = useMemo(() => storeOf(comparison), [comparison]);
  const { start, stop } = useWorker();
  useEffect(() => {
    if (!isTime) return;
    let left = false;
    const { model } = comparison;
    const bids = comparison.bids.filter(({ id }) => !found.getState().ways.has(id));
    const add = (id: string, ways: Ways) => found.setState((now) => ({ ways: new Map(now.ways).set(id, ways) }));
    const here = () =>
      void inSlices(
        bids,
        ({ id, state, result }) => add(id, waysOf(model, state.answers, result)),
        () => !left,
      );
    const isRunning = start(
      bidsOf({ model, bids }),
      (report) => {
        if (report !== 'end' && 'ways' in report) add(report.id, report.ways);
      },
      here,
    );
    if (!isRunning) here();
    return () => {
      left = true;
      stop();
    };
  }, [comparison, found, isTime, start, stop]);
  return found;
}

const storeOf = ({ bids }: Comparison): FoundWays => createStore<Found>(() => ({ ways: new Map(), all: bids.length }));

/** Of one bid; undefined until it is found. */
export const useWaysOf = (found: FoundWays, id: string): Ways | undefined => useStore(found, ({ ways }) => ways.get(id));

/** Whether those of all bids are there. */
export const useAllFound = (found: FoundWays): boolean => useStore(found, ({ ways, all }) => ways.size === all);
