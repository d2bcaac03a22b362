import { isDeepStrictEqual } from 'node:util';

import { ConnectorError } from '../../../connector/errors';
import { cutOff, mutateBytes } from '../mutate-bytes';
import { Random } from '../random';
import { Unreadable, type Decoder } from './decoder';

/** What became of the answers that a decoder was given. */
export interface Findings {
	readonly decoder: string;
	tried: number;
	/** Accepted, and equal to the simple reading. */
	accepted: number;
	/** Refused with one of our errors. */
	refused: number;
	/** Strict beginnings of an answer among those tried. */
	cut: number;
	/** Accepted beginnings whose rest was not missed. */
	cutAccepted: number;
	/** Anything else that was thrown. */
	readonly crashes: string[];
	/** Accepted although the simple reading says otherwise. */
	readonly wrong: string[];
	/** No outcome within the time. */
	readonly hangs: string[];
}

export interface CampaignOptions {
	readonly seed: number;
	readonly answers: number;
	/** Milliseconds on a processor that one answer may take. */
	readonly hangMs: number;
}

/** Who has not settled after so many times that time in the real world never will. */
const NEVER = 10;

/** Enough of an answer to find out what happened. */
const SHOWN = 400;

/** Gives a decoder damaged answers and judges what it makes of them. */
export async function runCampaign(decoder: Decoder, options: CampaignOptions): Promise<Findings> {
	const random = new Random(options.seed);
	const counts = { tried: 0, accepted: 0, refused: 0, cut: 0, cutAccepted: 0 };
	const findings: Findings = { decoder: decoder.name, ...counts, crashes: [], wrong: [], hangs: [] };
	while (findings.tried < options.answers) {
		const { bytes, isCut } = damaged(decoder, random);
		findings.tried += 1;
		if (isCut) findings.cut += 1;
		await judge(decoder, bytes, isCut, random, findings, options.hangMs);
	}
	return findings;
}

function damaged(decoder: Decoder, random: Random): { bytes: Buffer; isCut: boolean } {
	const answer = random.pick(decoder.answers);
	if (random.chance(0.15)) return { bytes: cutOff(answer, random), isCut: true };
	if (decoder.restructure !== undefined && random.chance(0.6))
		return { bytes: decoder.restructure(random), isCut: false };
	return { bytes: mutateBytes(answer, random), isCut: false };
}

async function judge(
	decoder: Decoder,
	bytes: Buffer,
	isCut: boolean,
	random: Random,
	findings: Findings,
	hangMs: number,
): Promise<void> {
	const shown = bytes.toString('utf8').slice(0, SHOWN);
	const before = process.cpuUsage();
	let decoded: unknown;
	try {
		decoded = await inTime(decoder.decode(bytes, random), hangMs * NEVER);
		if (cpuMs(before) > hangMs) findings.hangs.push(shown);
	} catch (error) {
		if (error instanceof Hang || cpuMs(before) > hangMs) findings.hangs.push(shown);
		if (error instanceof ConnectorError) findings.refused += 1;
		else if (!(error instanceof Hang)) findings.crashes.push(`${String(error)}: ${shown}`);
		return;
	}
	const difference = differenceOf(decoder, decoded, bytes);
	if (difference === undefined) {
		findings.accepted += 1;
		if (isCut) findings.cutAccepted += 1;
	} else findings.wrong.push(`${difference}: ${shown}`);
}

/** Time of this process on a processor, which does not depend on what else the machine does. */
function cpuMs(before: NodeJS.CpuUsage): number {
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

function differenceOf(decoder: Decoder, decoded: unknown, bytes: Buffer): string | undefined {
	const same = decoder.same ?? isDeepStrictEqual;
	try {
		const read = decoder.read(bytes);
		return same(decoded, read)
			? undefined
			: `${JSON.stringify(decoded)} instead of ${JSON.stringify(read)} from`;
	} catch (error) {
		if (error instanceof Unreadable)
			return `${JSON.stringify(decoded)} although unreadable (${error.message})`;
		throw error;
	}
}

class Hang extends Error {}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => {
			reject(new Hang());
		}, ms);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
