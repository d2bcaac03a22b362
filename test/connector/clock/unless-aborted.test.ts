import { getEventListeners } from 'node:events';

import { expect, it } from '@jest/globals';

import { unlessAborted } from '../../../connector/clock';
import { CancelledError } from '../../../connector/errors';

it('settles like the work, and leaves nobody listening', async () => {
	const { signal } = new AbortController();
	const work = unlessAborted(Promise.resolve(7), signal);
	expect(getEventListeners(signal, 'abort')).toHaveLength(1);
	await expect(work).resolves.toBe(7);
	const failure = new Error('No.');
	await expect(unlessAborted(Promise.reject(failure), signal)).rejects.toBe(failure);
	expect(getEventListeners(signal, 'abort')).toEqual([]);
});

it('waits no longer once it is stopped', async () => {
	const controller = new AbortController();
	const waiting = unlessAborted(new Promise<never>(() => undefined), controller.signal);
	controller.abort();
	await expect(waiting).rejects.toBeInstanceOf(CancelledError);
});

it('does not wait where it was stopped before', async () => {
	const waiting = unlessAborted(new Promise<never>(() => undefined), AbortSignal.abort());
	await expect(waiting).rejects.toMatchObject({ kind: 'cancelled', message: 'The execution was stopped.' });
});
