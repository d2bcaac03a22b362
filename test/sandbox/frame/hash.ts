/**
 * Deterministic pseudo-randomness without state: a value is a function of the seed and of what it belongs to, so any
 * row can be made on its own, in any order.
 */

// Jest looks every global up through its sandbox, which is slow; here that would be most of the time.
const { floor, imul } = Math;

/** Mixes one integer into a 32-bit state. */
export function mix(state: number, value: number): number {
	let mixed = (state + imul(value | 0, 0x9e3779b1) + 0x7f4a7c15) | 0;
	mixed = imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
	mixed = imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}

export function mixText(state: number, text: string): number {
	let mixed = state;
	for (let index = 0; index < text.length; index++) mixed = mix(mixed, text.charCodeAt(index));
	return mixed;
}

/** A number in [0, 1). */
export function fraction(state: number): number {
	return mix(state, 0x51) / 0x1_0000_0000;
}

/** An integer in [0, bound). */
export function below(bound: number, state: number): number {
	return floor(fraction(state) * bound);
}

export function pick<T>(list: readonly T[], state: number): T {
	return list[below(list.length, state)]!;
}

/** Lower-case hexadecimal text of the given length. */
export function hex(length: number, state: number): string {
	let text = '';
	for (let part = 0; text.length < length; part++) text += mix(state, part).toString(16).padStart(8, '0');
	return text.slice(0, length);
}

/** Text of a version 4 UUID. */
export function uuid(state: number): string {
	const digits = hex(32, state);
	const variant = '89ab'[mix(state, 99) & 3]!;
	return [
		digits.slice(0, 8),
		digits.slice(8, 12),
		`4${digits.slice(13, 16)}`,
		variant + digits.slice(17, 20),
		digits.slice(20),
	].join('-');
}
