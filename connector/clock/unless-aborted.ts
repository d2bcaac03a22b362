import { CancelledError } from '../errors';

/**
 * Settles like the work, or at once when the signal aborts: a token that is being renewed cannot be called off, but
 * nobody has to wait for it.
 *
 * @throws {CancelledError} the signal aborted
 */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	let cancel: () => void = () => undefined;
	const aborted = new Promise<never>((_resolve, reject) => {
		cancel = () => {
			reject(new CancelledError('The execution was stopped.'));
		};
	});
	if (signal.aborted) cancel();
	else signal.addEventListener('abort', cancel, { once: true });
	try {
		return await Promise.race([work, aborted]);
	} finally {
		signal.removeEventListener('abort', cancel);
	}
}
