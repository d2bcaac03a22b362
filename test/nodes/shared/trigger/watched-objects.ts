import type { Row } from '../../../../connector/rows';
import { eventOf, FakeTrigger, whole, type FakeWatch } from './fake-trigger';

/** A trigger on a list that a test changes. */
export function triggerOn(objects: { list: Row[] }, watch: FakeWatch = {}): FakeTrigger {
	return new FakeTrigger(eventOf({ look: whole(() => objects.list), ...watch }));
}

export const active = (id: number): Row => ({ id, name: `Name ${id}`, state: 'active' });
export const blocked = (id: number): Row => ({ ...active(id), state: 'blocked' });
