import { expect, it } from '@jest/globals';

import { unlessAborted } from '../../../connector/clock';
import { CancelledError } from '../../../connector/errors';

/** A signal that tells how many listen. */
function listened() {
	const controller = new AbortController();
	const { signal } = controller;
	let listeners = 0;
	const { addEventListener, removeEventListener } = signal;
	signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
		listeners += 1;
		addEventListener.apply(signal, args);
	};
	signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
		listeners -= 1;
		removeEventListener.apply(signal, args);
	};
	return { controller, signal, listeners: () => listeners };
}

it('settles like the work, and leaves nobody listening', async () => {
	const { signal, listeners } = listened();
	await expect(unlessAborted(Promise.resolve(7), signal)).resolves.toBe(7);
	const failure = new Error('No.');
	await expect(unlessAborted(Promise.reject(failure), signal)).rejects.toBe(failure);
	expect(listeners()).toBe(0);
});

it('waits no longer once it is stopped', async () => {
	const { controller, signal } = listened();
	const waiting = unlessAborted(new Promise<never>(() => undefined), signal);
	controller.abort();
	await expect(waiting).rejects.toBeInstanceOf(CancelledError);
});

it('does not wait where it was stopped before', async () => {
	const waiting = unlessAborted(new Promise<never>(() => undefined), AbortSignal.abort());
	await expect(waiting).rejects.toMatchObject({ kind: 'cancelled', message: 'The execution was stopped.' });
});
