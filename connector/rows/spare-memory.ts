/** A load has one at most, between two pages; so many may go on side by side. */
const MOST_SPARES = 8;

/**
 * Held weakly: the next full garbage collection takes what nobody has wanted until then, so that nothing has to be tidied
 * up after a load.
 */
const spares: WeakRef<ArrayBuffer>[] = [];

/** Memory of others is never given out. */
const taken = new WeakSet<ArrayBufferLike>();

/**
 * Memory for so many bytes, with anything in it. What was given back is taken before new memory: a system needs longer to
 * give a new page than to fill it, a virtual machine many times as long. With pages of 400 kB that was a sixth of all the
 * time that their rows take (`npm run bench`, on the machine of 2026-12-01).
 */
export function takeMemory(bytes: number): Buffer {
	const place = spares.findIndex((spare) => fits(spare.deref()?.byteLength ?? 0, bytes));
	const spare = place < 0 ? undefined : spares.splice(place, 1)[0]?.deref();
	// The answers of a listing are not equally long; an eighth more fits the longer ones too.
	const memory = spare ?? Buffer.allocUnsafeSlow(bytes + (bytes >> 3)).buffer;
	taken.add(memory);
	return Buffer.from(memory, 0, bytes);
}

/**
 * For whoever has it from {@link takeMemory}, or a part of it, and reads it no more. What refers to it is empty
 * afterwards, so that nobody can read the bytes of the next one by mistake.
 */
export function giveBackMemory({ buffer }: Buffer): void {
	if (!taken.delete(buffer)) return;
	const memory = buffer as ArrayBuffer;
	spares.push(new WeakRef(structuredClone(memory, { transfer: [memory] })));
	if (spares.length > MOST_SPARES) spares.shift();
}

/** A short text shall not hold the memory of a long one. */
function fits(length: number, bytes: number): boolean {
	return length >= bytes && length <= bytes * 2;
}
