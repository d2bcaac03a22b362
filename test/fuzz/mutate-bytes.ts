import type { Random } from './random';

/** What breaks parsers: quotes, separators, brackets, markup, a BOM, bytes that are no UTF-8, white space of all kinds. */
const PIECES = [
	'"', '""', ',', '\n', '\r\n', '\r', '\0', '{', '}', '[', ']', ':', '\\', '\\u0000', '<', '>', '</', '/>', '&', '&amp;',
	'&#0;', '&#x41;', '<![CDATA[', ']]>', '<!--', '-->', '<?x?>', '<!DOCTYPE a>', 'row0', 'row1', '\uFEFF', '\u2028', ' ',
	'\u00A0', '-1', '0', '1e999', 'null', 'true', 'я', '🙂',
].map((text) => Buffer.from(text)); // prettier-ignore
const BROKEN = [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0x1f, 0x8b], [0xf0, 0x9f]].map((bytes) =>
	Buffer.from(bytes),
);

const between = (bytes: Buffer, random: Random): [number, number] => {
	const from = random.below(bytes.length + 1);
	return [from, Math.min(bytes.length, from + 1 + random.below(24))];
};

type Mutation = (bytes: Buffer, random: Random) => Buffer;

const remove: Mutation = (bytes, random) => {
	const [from, to] = between(bytes, random);
	return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
};

const repeat: Mutation = (bytes, random) => {
	const [from, to] = between(bytes, random);
	return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
};

const insert: Mutation = (bytes, random) => {
	const at = random.below(bytes.length + 1);
	const piece = random.pick(random.chance(0.85) ? PIECES : BROKEN);
	return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
};

const flip: Mutation = (bytes, random) => {
	const changed = Buffer.from(bytes);
	if (changed.length > 0) changed[random.below(changed.length)]! ^= 1 << random.below(8);
	return changed;
};

const swap: Mutation = (bytes, random) => {
	const [a, b] = between(bytes, random);
	const c = Math.min(bytes.length, b + random.below(24));
	return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c)]);
};

const MUTATIONS = [remove, repeat, insert, flip, swap];

/** A strict beginning of an answer, as a connection that ends cleanly but too early leaves it. */
export function cutOff(bytes: Buffer, random: Random): Buffer {
	return bytes.subarray(0, random.below(bytes.length));
}

/** Bytes with one to three places damaged; now and then the damage leaves them as they were. */
export function mutateBytes(bytes: Buffer, random: Random): Buffer {
	let mutated = bytes;
	for (let left = 1 + random.below(3); left > 0; left--) mutated = random.pick(MUTATIONS)(mutated, random);
	return mutated;
}
