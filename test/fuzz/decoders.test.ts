import { describe, expect, it } from '@jest/globals';

import { ConnectorError } from '../../connector/errors';
import { decoders, runCampaign } from './decoders';
import { Unreadable, type Decoder } from './decoders/decoder';
import { Random } from './random';

const ANSWERS = 250;
/** Only what never settles counts here; how fast a busy machine is says nothing about a decoder. */
const NEVER_MS = 15_000;

function readingOf(decoder: Decoder, answer: Buffer): unknown {
	try {
		return decoder.read(answer);
	} catch (error) {
		return error;
	}
}

describe.each(decoders.map((decoder) => ({ name: decoder.name, decoder })))('$name', ({ decoder }) => {
	it('takes an answer of the platform for what it says', async () => {
		for (const answer of decoder.answers) {
			const decoded = await decoder.decode(answer, new Random(1)).catch((error: unknown) => error);
			const says = readingOf(decoder, answer);

			if (says instanceof Unreadable) expect(decoded).toBeInstanceOf(ConnectorError);
			else expect(decoded).toEqual(says);
		}
	});

	it(`makes nothing wrong of ${ANSWERS} damaged answers`, async () => {
		const findings = await runCampaign(decoder, { seed: 20_260_301, answers: ANSWERS, hangMs: NEVER_MS });

		expect(findings).toMatchObject({ tried: ANSWERS, crashes: [], wrong: [], hangs: [] });
		// Both happen, or nothing was tried at all.
		expect(findings.accepted).toBeGreaterThan(0);
		expect(findings.refused).toBeGreaterThan(0);
	}, 60_000);
});
