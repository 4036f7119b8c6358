import { readFileSync } from 'node:fs';
import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { hashOf } from '../../src/core/canonical.ts';
import type { Assessment } from '../../src/core/format/assessment.ts';
import { parseProcedure } from '../../src/core/parse.ts';
import { isSealCode, sealCode } from '../../src/core/procedure/seal.ts';
import { codes, criteria, deviate, draft, newOffice, no, type Office, place, sealed, seenIn, sound, yes } from './procedureSupport.ts';
import { begin, disk, FACTS, fileOf, freshDisk, POLICY, settled } from './support.ts';

freshDisk();

const view = async (office: Office, id: string) => {
  const found = await office.readProcedure(id);
  if (!found) throw new Error('no such procedure');
  return found;
};
const stored = (office: Office, id: string) =>
  office.read(['procedureEntries'], (tx) => tx.objectStore('procedureEntries').getAll(IDBKeyRange.bound([id, 0], [id, 1e9])));
const answers = async (office: Office, id: string) =>
  (await office.readEntries(id, 0)).flatMap((entry) => (entry.kind === 'answer' ? [[entry.question, entry.answer?.state]] : []));
/** A bid of the procedure, made elsewhere: its file, of which nothing is here. */
async function offer(changes: Partial<Assessment> = {}): Promise<Assessment> {
  const { questionnaire, policy, facts } = criteria();
  const at = '2026-11-20T09:00:00.000Z';
  const vendor = { id: 'entry-vendor', at, by: 'Assessor', kind: 'detail', detail: 'vendor', value: 'Hoist and Sons' } as const;
  const answer = { id: 'entry-answer', at, by: 'Assessor', kind: 'answer', question: 'q-1', answer: no } as const;
  return {
    format: 'soundings-assessment/1',
    id: 'offer-one',
    created: at,
    questionnaire,
    policy,
    facts,
    history: [vendor, answer as unknown as Assessment['history'][number]],
    ...changes,
  };
}

describe('what earlier versions left', () => {
  it('a database of the first version opens with everything in it, and takes a procedure', async () => {
    const dump = JSON.parse(readFileSync(new URL('../fixtures/store/database-1.json', import.meta.url), 'utf8'));
    // As the first version made it.
    const old = await openDB(dump.name, dump.version, {
      upgrade: (db) => {
        for (const [name, { keyPath }] of Object.entries<{ keyPath: string | null }>(dump.stores))
          db.createObjectStore(name, keyPath === null ? {} : { keyPath });
      },
    });
    let records = 0;
    for (const [name, { keyPath, records: all }] of Object.entries<{
      keyPath: string | null;
      records: { key: IDBValidKey; value: unknown }[];
    }>(dump.stores))
      for (const { key, value } of all) {
        await old.put(name, value, keyPath === null ? key : undefined);
        records += 1;
      }
    old.close();
    expect(records).toBeGreaterThan(10);
    const here = await newOffice();
    expect((await here.listAssessments()).map(({ details }) => details.title)).toEqual(['Kept']);
    expect((await here.listBin()).map(({ details }) => details.title)).toEqual(['In the bin']);
    expect((await here.listQuestionnaires()).map(({ key }) => key)).toEqual(['own@1.0.0']);
    const [kept] = await here.listAssessments();
    expect(await here.readEntries(kept?.id ?? '', 0)).toHaveLength(4);
    const id = await draft(here);
    expect((await here.listProcedures()).map((one) => one.id)).toEqual([id]);
    await here.loadSettings();
    expect(here.useSettings.getState().theme).toBe('dark');
  });
});

describe('a procedure', () => {
  it('keeps what it is in entries that are only added, each with who and when', async () => {
    const here = await newOffice();
    const id = await draft(here);
    const first = await stored(here, id);
    expect(first.map(({ kind }) => kind)).toEqual(['detail', 'detail', 'lots', 'criteria']);
    expect(new Set(first.map(({ by }) => by))).toEqual(new Set(['Harbour master']));
    await sound(here.changeDetails(id, { number: '2026-08', title: 'Cranes' }, [{ id: 'lot-1', title: 'Cranes' }]));
    await sound(here.changeCriteria(id, criteria({ weights: { two: 3 } }), { seen: await seenIn(here, id) }));
    const after = await stored(here, id);
    expect(after.slice(0, first.length)).toEqual(first);
    expect(after.slice(first.length)).toMatchObject([
      { kind: 'detail', detail: 'number', value: '2026-08' },
      { kind: 'detail', detail: 'title', value: 'Cranes' },
      { kind: 'criteria' },
    ]);
    const { state, criteria: inForce } = await view(here, id);
    expect(state.details).toEqual({ number: '2026-08', authority: 'Port', title: 'Cranes' });
    expect(inForce?.policy.weights).toEqual({ two: 3 });
    expect(state.deviations).toEqual([]);
  });

  it('is sealed once, by the criteria that the person saw, and its file passes every check', async () => {
    const here = await newOffice();
    const id = await draft(here);
    const seen = await seenIn(here, id);
    await sound(here.changeCriteria(id, criteria({ weights: { two: 3 } }), { seen }));
    expect(await codes(here.sealCriteria(id, seen))).toEqual(['criteria-changed']);
    expect((await view(here, id)).state.seal).toBeNull();
    await sound(here.sealCriteria(id, await seenIn(here, id)));
    expect(await codes(here.sealCriteria(id, await seenIn(here, id)))).toEqual(['seal-twice']);
    const { seal } = (await view(here, id)).state;
    expect(seal).toMatchObject({ by: 'Harbour master', number: '2026-07' });
    expect(isSealCode(sealCode(seal?.sha256 ?? '').toLowerCase(), seal?.sha256 ?? '')).toBe(true);
    const { text, name } = await here.exportProcedure(id);
    expect(name).toBe('2026-07.json');
    expect(parseProcedure(text)).toMatchObject({ ok: true, value: { id } });
  });

  it('refuses a seal without a name, and leaves everything as it was', async () => {
    const here = await newOffice();
    const id = await draft(here);
    await here.changeSettings({ person: ' ' });
    const before = await disk(here);
    expect(await codes(here.sealCriteria(id, await seenIn(here, id)))).toEqual(['name-missing']);
    expect(await disk(here)).toBe(before);
  });

  it('the bin keeps it and its bids; deleting for good takes them and their documents, and nobody else’s', async () => {
    const here = await newOffice();
    const own = await begin(here, 2);
    const id = await sealed(here);
    const bid = await sound(here.startBid(id, place, 'Award'));
    await here.binProcedure(id);
    expect((await here.listProcedures()).map(({ binned }) => binned !== undefined)).toEqual([true]);
    expect((await here.listAssessments()).map((one) => one.id)).toEqual([own]);
    await here.restoreProcedure(id);
    expect((await view(here, id)).bids.has(bid)).toBe(true);
    await here.purgeProcedure(id);
    expect(await here.listProcedures()).toEqual([]);
    expect(await here.readAssessment(bid)).toBeNull();
    expect((await here.listAssessments()).map((one) => one.id)).toEqual([own]);
    expect(await here.read(['documents'], (tx) => tx.objectStore('documents').count())).toBe(3);
    expect(await here.read(['procedureEntries'], (tx) => tx.objectStore('procedureEntries').count())).toBe(0);
  });

  it('keeps its documents when an assessment or a questionnaire that shares them goes', async () => {
    const here = await newOffice();
    const { questionnaire, policy, facts } = criteria();
    const other = await here.createAssessment({ questionnaire, policy, facts, details: {} });
    const id = await draft(here);
    await here.purgeAssessment(other);
    await here.removeQuestionnaire('tender@1.0.0');
    expect((await view(here, id)).criteria).toEqual(criteria());
  });
});

describe('two windows', () => {
  it('forty changes at once lose nothing and leave no gap', async () => {
    const [here, there] = [await newOffice(), await newOffice()];
    const id = await draft(here);
    const before = (await stored(here, id)).length;
    const changes = Array.from({ length: 40 }, (_, i) =>
      sound((i % 2 ? here : there).changeDetails(id, { title: `${i}` }, [{ id: 'lot-1', title: 'Cranes' }])),
    );
    await Promise.all(changes);
    const titles = (await stored(here, id)).slice(before).map((entry) => entry.kind === 'detail' && entry.value);
    expect([...titles].sort()).toEqual(Array.from({ length: 40 }, (_, i) => `${i}`).sort());
  });

  it('criteria saved over others that a window had not seen are refused; so is a draft that was sealed meanwhile', async () => {
    const [here, there] = [await newOffice(), await newOffice()];
    const id = await draft(here);
    const seen = await seenIn(here, id);
    await sound(there.changeCriteria(id, criteria({ weights: { two: 2 } }), { seen }));
    const before = await disk(here);
    expect(await codes(here.changeCriteria(id, criteria({ weights: { two: 5 } }), { seen }))).toEqual(['criteria-changed']);
    expect(await disk(here)).toBe(before);
    const now = await seenIn(here, id);
    await sound(there.sealCriteria(id, now));
    expect(await codes(here.changeCriteria(id, criteria({ weights: { two: 5 } }), { seen: now }))).toEqual(['deviation-without-reason']);
    expect((await view(here, id)).criteria?.policy.weights).toEqual({ two: 2 });
  });

  it('a window hears of a procedure that another changed, and of the bids that moved', async () => {
    const [here, there] = [await newOffice(), await newOffice()];
    const id = await sealed(here);
    const bid = await sound(here.startBid(id, place, ''));
    const heard = vi.fn();
    here.onChange((change) => heard(change));
    await sound(deviate(there, id, criteria({}, { 'q-0': no })));
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ kind: 'procedure', id }));
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ kind: 'entries', id: bid }));
  });
});

describe('bids', () => {
  it('wait for the seal', async () => {
    const here = await newOffice();
    const id = await draft(here);
    const before = await disk(here);
    expect(await codes(here.startBid(id, place, ''))).toEqual(['bid-before-seal']);
    expect(await codes(here.takeInBid(id, fileOf(await offer()), place))).toEqual(['bid-before-seal']);
    expect(await disk(here)).toBe(before);
  });

  it('begin with the details of the procedure and the buyer’s answers, under labels that are never given twice', async () => {
    const here = await newOffice();
    const id = await sealed(here);
    const first = await sound(here.startBid(id, { ...place, lot: 'lot-1' }, 'Award'));
    const second = await sound(here.startBid(id, place, 'Award'));
    await sound(here.removeBid(id, second, 'Withdrawn by the bidder.'));
    const third = await sound(here.startBid(id, place, 'Award'));
    const { state, bids } = await view(here, id);
    expect(state.bids.map(({ assessment, label, lot }) => [assessment, label, lot])).toEqual([
      [first, 'Bid A', 'lot-1'],
      [third, 'Bid C', undefined],
    ]);
    expect(state.left).toMatchObject([{ assessment: second, label: 'Bid B', reason: 'Withdrawn by the bidder.' }]);
    await here.openAssessment(first);
    expect(here.useWorkspace.getState().open?.state.details).toEqual({
      title: 'Bid A',
      authority: 'Port',
      procedure: '2026-07',
      lot: 'Cranes',
      assessor: 'Harbour master',
      purpose: 'Award',
    });
    expect(here.useWorkspace.getState().open?.state.answers).toEqual(new Map([['q-0', yes]]));
    expect([...bids.keys()]).toEqual([first, third]);
    // It is an assessment of its own now.
    expect((await here.listAssessments()).map((one) => one.id)).toEqual([second]);
  });

  it('what the buyer answered cannot be taken back in a bid, and what was answered after it can', async () => {
    const here = await newOffice();
    const id = await sealed(here);
    await here.openAssessment(await sound(here.startBid(id, place, '')));
    expect(here.undo()).toBeNull();
    here.commit({ kind: 'answer', question: 'q-1', answer: no });
    expect(here.undo()).not.toBeNull();
    expect(here.undo()).toBeNull();
    await settled(here);
  });

  it('come from files that agree; what they lack of the buyer’s answers is written into their history', async () => {
    const here = await newOffice();
    const id = await sealed(here);
    const file = await offer();
    expect(await sound(here.takeInBid(id, fileOf(file), place))).toEqual({ kind: 'joined', id: file.id, label: 'Bid A' });
    expect(await answers(here, file.id)).toEqual([
      ['q-1', 'answered'],
      ['q-0', 'answered'],
    ]);
    const [bid] = (await view(here, id)).bids.values();
    expect(bid?.header.procedure).toBe(id);
    expect(await sound(here.takeInBid(id, fileOf(file), place))).toEqual({ kind: 'known', id: file.id, label: 'Bid A' });
  });

  it.each([
    ['another policy', { policy: { ...POLICY, version: '9' } }],
    ['other weights', { policy: { ...POLICY, weights: { two: 7 } } }],
    ['another country table', { facts: { ...FACTS, version: '2020-01-01' } }],
    ['another questionnaire', { questionnaire: { ...criteria().questionnaire, version: '2.0.0' } }],
  ] as const)('a file with %s is refused with every line that differs, and leaves everything untouched', async (_, changes) => {
    const here = await newOffice();
    const id = await sealed(here);
    const before = await disk(here);
    const taken = await sound(here.takeInBid(id, fileOf(await offer(changes)), place));
    expect(taken.kind).toBe('differs');
    expect(taken.kind === 'differs' && taken.differences.length).toBeGreaterThan(0);
    expect(await disk(here)).toBe(before);
  });

  it('a file with another answer to the buyer’s question, one that is broken, and another procedure’s bid are refused and change nothing', async () => {
    const here = await newOffice();
    const [id, other] = [await sealed(here), await sealed(here)];
    const bid = await offer();
    await sound(here.takeInBid(other, fileOf(bid), place));
    const before = await disk(here);
    const own = { ...bid.history[1], id: 'entry-buyer', question: 'q-0' } as Assessment['history'][number];
    expect(await sound(here.takeInBid(id, fileOf(await offer({ id: 'offer-two', history: [...bid.history, own] })), place))).toMatchObject({
      kind: 'differs',
    });
    expect(await codes(here.takeInBid(id, fileOf('{ "format":'), place))).not.toEqual([]);
    expect(await codes(here.takeInBid(id, fileOf(bid), place))).toEqual(['bid-of-another-procedure']);
    expect(await disk(here)).toBe(before);
  });

  it('grow by a file with later entries, and are never overwritten by one that has gone another way', async () => {
    const here = await newOffice();
    const id = await sealed(here);
    await sound(here.takeInBid(id, fileOf(await offer()), place));
    const { text } = await here.exportAssessment('offer-one');
    const file = JSON.parse(text) as Assessment;
    const later = { ...file.history[1], id: 'entry-later', question: 'q-2' } as Assessment['history'][number];
    expect(await sound(here.takeInBid(id, fileOf({ ...file, history: [...file.history, later] }), place))).toEqual({
      kind: 'grown',
      id: 'offer-one',
      label: 'Bid A',
      added: 1,
    });
    const other = { ...later, id: 'entry-other' } as Assessment['history'][number];
    const before = await disk(here);
    expect(await codes(here.takeInBid(id, fileOf({ ...file, history: [...file.history, other] }), place))).toEqual([
      'bid-gone-another-way',
    ]);
    expect(await disk(here)).toBe(before);
  });

  it('one that left comes back under its label', async () => {
    const here = await newOffice();
    const id = await sealed(here);
    const [first, second] = [await sound(here.startBid(id, place, '')), await sound(here.startBid(id, place, ''))];
    await sound(here.removeBid(id, first, 'By mistake.'));
    expect(await codes(here.removeBid(id, second, '  '))).toEqual(['leave-without-reason']);
    expect((await here.readAssessment(second))?.header.procedure).toBe(id);
    expect(await sound(here.joinKept(id, first, place))).toEqual({ kind: 'joined', id: first, label: 'Bid A' });
    expect((await view(here, id)).state.left).toEqual([]);
  });

  it('a bid that was moved to the version in force takes the place of the one before, in its lot, under the next label', async () => {
    const here = await newOffice();
    const id = await sealed(here);
    const old = await sound(here.startBid(id, { ...place, lot: 'lot-1' }, ''));
    await sound(here.startBid(id, place, ''));
    const newer = { ...criteria(), questionnaire: { ...criteria().questionnaire, version: '2.0.0' } };
    await sound(deviate(here, id, newer));
    expect((await view(here, id)).behind).toContain(old);
    const entry = { id: 'moved-answer', at: '2026-03-01T10:00:00.000Z', by: 'Ada', kind: 'answer', question: 'q-1', answer: yes } as const;
    const moved = { created: '2026-03-01T10:00:00.000Z', history: [entry], lines: [], questionnaire: hashOf(newer.questionnaire) };
    const how = { labelOf: place.labelOf, reasonOf: (label: string) => `Moved, as ${label}.` };
    const before = await disk(here);
    expect(await codes(here.replaceBid(id, old, { ...moved, questionnaire: hashOf(criteria().questionnaire) }, how))).toEqual([
      'criteria-changed',
    ]);
    expect(await codes(here.replaceBid(id, 'nobody-0001', moved, how))).toEqual(['bid-not-here']);
    expect(await disk(here)).toBe(before);

    const made = await sound(here.replaceBid(id, old, moved, how));
    const { state, behind, bids } = await view(here, id);
    expect(state.bids.map(({ assessment, label, lot }) => [assessment === made, label, lot])).toEqual([
      [false, 'Bid B', undefined],
      [true, 'Bid C', 'lot-1'],
    ]);
    expect(state.left).toMatchObject([{ assessment: old, label: 'Bid A', reason: 'Moved, as Bid C.' }]);
    expect(behind.has(made)).toBe(false);
    // What the buyer answers is in it at once.
    expect(bids.get(made)?.history.flatMap((one) => (one.kind === 'answer' ? [one.question] : []))).toEqual(['q-1', 'q-0']);
    expect((await here.readAssessment(old))?.header.procedure).toBeUndefined();
    expect(await codes(here.replaceBid(id, old, moved, how))).toEqual(['bid-not-here']);
  });

  it('bids go by their labels until names are revealed, and no other assessment does', async () => {
    const here = await newOffice();
    const [one, other] = [await sealed(here), await sealed(here)];
    const bid = await sound(here.startBid(one, place, 'Award'));
    const elsewhere = await sound(here.startBid(other, place, 'Award'));
    const removed = await sound(here.startBid(one, place, 'Award'));
    await sound(here.removeBid(one, removed, 'Withdrawn.'));
    const own = await begin(here, 2, 'Own');
    const ids = [own, bid, elsewhere, removed, 'nowhere'];
    expect([...(await here.namelessAmong(ids))]).toEqual([
      [bid, one],
      [elsewhere, other],
    ]);
    await sound(here.revealNames(one));
    expect([...(await here.namelessAmong(ids))]).toEqual([[elsewhere, other]]);
  });

  it('names are revealed once', async () => {
    const here = await newOffice();
    const id = await sealed(here);
    await sound(here.revealNames(id));
    expect(await codes(here.revealNames(id))).toEqual(['reveal-twice']);
    expect((await view(here, id)).state.revealed).toMatchObject({ by: 'Harbour master' });
  });
});

describe('deviations', () => {
  it('need a reason and a change', async () => {
    const here = await newOffice();
    const id = await sealed(here);
    const before = await disk(here);
    expect(await codes(deviate(here, id, criteria({ weights: { two: 2 } }), ' '))).toEqual(['deviation-without-reason']);
    expect(await codes(deviate(here, id, criteria()))).toEqual(['deviation-without-change']);
    expect(await disk(here)).toBe(before);
  });

  it('move every bid to the new documents and append the buyer’s answers that changed, all or nothing', async () => {
    const here = await newOffice();
    const id = await sealed(here);
    const bids = [await sound(here.startBid(id, place, '')), await sound(here.startBid(id, place, ''))];
    const lengths = await Promise.all(bids.map(async (bid) => (await here.readEntries(bid, 0)).length));
    await sound(deviate(here, id, criteria({ weights: { two: 2 } }, { 'q-0': no })));
    const { state, bids: moved } = await view(here, id);
    expect(state.deviations).toMatchObject([{ reason: 'A court said so.', by: 'Harbour master' }]);
    for (const [i, bid] of bids.entries()) {
      expect(moved.get(bid)?.policy.weights).toEqual({ two: 2 });
      expect((await here.readEntries(bid, 0)).slice(lengths[i])).toMatchObject([{ kind: 'answer', question: 'q-0', answer: no }]);
    }
    // Weights alone leave the histories as they are; an answer that the buyer takes back is taken back.
    const before = await here.readEntries(bids[0] ?? '', 0);
    await sound(deviate(here, id, criteria({ weights: { two: 4 } }, { 'q-0': no })));
    expect(await here.readEntries(bids[0] ?? '', 0)).toEqual(before);
    await sound(deviate(here, id, criteria({ weights: { two: 4 } }, {})));
    expect((await here.readEntries(bids[0] ?? '', 0)).at(-1)).toMatchObject({ question: 'q-0', answer: null });
  });

  it('reach a bid that is open in another window: other weights, other answers, and what was typed there stays', async () => {
    const [here, there] = [await newOffice(), await newOffice()];
    const id = await sealed(here);
    const bid = await sound(here.startBid(id, place, ''));
    await there.openAssessment(bid);
    there.commit({ kind: 'answer', question: 'q-1', answer: no });
    there.commit({ kind: 'answer', question: 'q-2', answer: yes });
    await settled(there);
    const overall = () => there.useWorkspace.getState().open?.result.overall?.low;
    expect(overall()).toBeCloseTo(50);
    await sound(deviate(here, id, criteria({ weights: { two: 3, three: 1 } }, { 'q-0': no })));
    await vi.waitFor(() => expect(overall()).toBeCloseTo(75));
    const { state, assessment, history } = there.useWorkspace.getState().open ?? {};
    expect(state?.answers.get('q-0')).toEqual(no);
    expect(assessment?.policy).toBe((await here.readAssessment(bid))?.header.policy);
    there.commit({ kind: 'answer', question: 'q-1', answer: yes });
    await settled(there);
    expect(await here.readEntries(bid, 0)).toHaveLength((history?.length ?? 0) + 1);
  });

  it('leave what is final as it is, and say that it is behind', async () => {
    const here = await newOffice();
    const id = await sealed(here);
    const { history, ...file } = await offer();
    const base = { at: '2026-11-20T10:00:00.000Z', by: 'Assessor' };
    const more = ['q-0', 'q-2'].map((question) => ({ ...base, id: `entry-${question}`, kind: 'answer', question, answer: yes }) as const);
    const people = {
      preparer: { name: 'Ada', interest: null },
      reviewer: { name: 'Ben', interest: null },
      approver: { name: 'Cy', interest: null },
    };
    const day = { number: '2026/17', day: '2026-11-20', retention: 'Procurement, 10 years', disposal: '2036-12-31' };
    const final = { ...base, id: 'entry-final', kind: 'final', ...people, ...day } as const;
    await sound(here.takeInBid(id, fileOf({ ...file, history: [...history, ...more, final] }), place));
    const other = await sound(here.startBid(id, place, ''));
    expect((await view(here, id)).behind).toEqual(new Set());
    const before = await here.readAssessment('offer-one');
    await sound(deviate(here, id, criteria({}, { 'q-0': no })));
    await sound(deviate(here, id, criteria({ weights: { two: 2 } }, { 'q-0': no })));
    expect(await here.readAssessment('offer-one')).toEqual(before);
    expect((await here.readAssessment(other))?.policy.weights).toEqual({ two: 2 });
    expect((await view(here, id)).behind).toEqual(new Set(['offer-one']));
  });

  it('a bid from before one is still taken in where the procedure names it, and follows; a stranger is not', async () => {
    const here = await newOffice();
    const id = await sealed(here);
    await sound(here.takeInBid(id, fileOf(await offer()), place));
    const early = await here.exportAssessment('offer-one');
    await sound(deviate(here, id, criteria({ weights: { two: 2 } })));
    const file = (await here.exportProcedure(id)).text;
    await here.purgeProcedure(id);
    expect(await sound(here.importProcedure(fileOf(file)))).toEqual({ id, outcome: 'new', added: 7, missing: 1 });
    expect(await sound(here.takeInBid(id, fileOf(early.text), place))).toEqual({ kind: 'back', id: 'offer-one', label: 'Bid A' });
    expect((await view(here, id)).bids.get('offer-one')?.policy.weights).toEqual({ two: 2 });
    expect(await sound(here.takeInBid(id, fileOf(await offer({ id: 'offer-two' })), place))).toMatchObject({ kind: 'differs' });
  });
});

describe('procedure files', () => {
  it('out, in, out: the same text; later entries are added, with the deviations that move the bids here', async () => {
    const [here] = [await newOffice()];
    const id = await sealed(here);
    const bid = await sound(here.startBid(id, place, ''));
    const early = (await here.exportProcedure(id)).text;
    expect(await sound(here.importProcedure(fileOf(early)))).toEqual({ id, outcome: 'known', added: 0, missing: 0 });
    await sound(deviate(here, id, criteria({ weights: { two: 2 } })));
    const late = (await here.exportProcedure(id)).text;
    const bidFile = (await here.exportAssessment(bid)).text;
    await here.purgeProcedure(id);
    await sound(here.importProcedure(fileOf(early)));
    await here.importAssessment(fileOf(bidFile));
    expect(await sound(here.importProcedure(fileOf(late)))).toEqual({ id, outcome: 'grown', added: 1, missing: 0 });
    expect((await here.exportProcedure(id)).text).toBe(late);
    expect((await view(here, id)).bids.get(bid)?.policy.weights).toEqual({ two: 2 });
    expect(await here.listAssessments()).toEqual([]);
  });

  it('one that has gone another way, or is broken, changes nothing', async () => {
    const here = await newOffice();
    const id = await draft(here);
    const file = JSON.parse((await here.exportProcedure(id)).text);
    await sound(here.changeDetails(id, { title: 'Here' }, [{ id: 'lot-1', title: 'Cranes' }]));
    const before = await disk(here);
    const entry = { ...file.history[0], id: 'entry-there', value: 'There' };
    expect(await codes(here.importProcedure(fileOf({ ...file, history: [...file.history, entry] })))).toEqual([
      'procedure-gone-another-way',
    ]);
    expect(await codes(here.importProcedure(fileOf({ ...file, policies: [] })))).not.toEqual([]);
    expect(await disk(here)).toBe(before);
  });

  it('the example opens with all its bids, opens again as it is, and comes out of the bin', async () => {
    const here = await newOffice();
    const id = await here.openExampleProcedure();
    const { state, bids } = await view(here, id);
    expect(state.bids).toHaveLength(6);
    expect([...bids.keys()]).toEqual(state.bids.map(({ assessment }) => assessment));
    expect(state.deviations).toHaveLength(1);
    for (const bid of bids.values()) expect(bid.header).toMatchObject({ policy: state.criteria?.policy, facts: state.criteria?.facts });
    await here.binProcedure(id);
    expect(await here.openExampleProcedure()).toBe(id);
    expect(await here.listProcedures()).toMatchObject([{ id, binned: undefined }]);
    expect(parseProcedure((await here.exportProcedure(id)).text)).toMatchObject({ ok: true });
  });
});
