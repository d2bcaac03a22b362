/**
 * Items that were already read from `rest`, then `rest` itself.
 *
 * Written as an object, not as a generator: a generator that never started would not close `rest` on `return()`.
 *
 * @param read the items taken from `rest` so far, in their order
 * @param rest the iterator they came from; it is closed when the consumer stops early
 */
export function replay<T>(read: readonly T[], rest: AsyncIterator<T>): AsyncIterableIterator<T> {
	const replayed = read.values();
	let stopped = false;
	return {
		[Symbol.asyncIterator]() {
			return this;
		},
		async next() {
			if (stopped) return { value: undefined, done: true };
			const next = replayed.next();
			return next.done ? rest.next() : next;
		},
		async return() {
			stopped = true;
			await rest.return?.();
			return { value: undefined, done: true };
		},
	};
}
