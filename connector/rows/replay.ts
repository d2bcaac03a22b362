/**
 * Items that were already read from `rest`, then `rest` itself. Written as an object, not as a generator: a generator that
 * never started would not close `rest` on `return()`.
 *
 * @param read taken out as they go, so that a long stream does not keep its first ones until its end
 * @param rest the iterator they came from, if it goes on; it is closed when the consumer stops early
 */
export function replay<T>(read: T[], rest?: AsyncIterator<T>): AsyncIterableIterator<T> {
	const end: IteratorResult<T> = { value: undefined, done: true };
	let stopped = false;
	return {
		[Symbol.asyncIterator]() {
			return this;
		},
		async next() {
			if (stopped) return end;
			if (read.length > 0) return { value: read.shift() as T, done: false };
			return rest?.next() ?? end;
		},
		async return() {
			stopped = true;
			await rest?.return?.();
			return end;
		},
	};
}
