import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { utf8Text } from '../../../connector/rows/bytes';

describe('the text of UTF-8 bytes', () => {
	it('is the text that they were made of', () => {
		const text = fc.oneof(
			fc.string(),
			fc.string({ unit: 'binary' }),
			fc.stringMatching(/^[ -~А-яё]*$/u),
			fc.constantFrom('', '\uFEFF', '\uFEFFа', '\0', 'é', '🙂', '\uFFFD'),
		);
		fc.assert(
			fc.property(text, (all) => {
				expect(utf8Text(Buffer.from(all))).toBe(Buffer.from(all).toString());
			}),
			{ numRuns: 2000 },
		);
	});

	it('is there for exactly what a strict decoder takes', () => {
		const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
		const bytes = fc.array(
			fc.constantFrom(0x20, 0x7f, 0x80, 0xbf, 0xc0, 0xd0, 0xe0, 0xed, 0xf0, 0xf4, 0xf8, 0xff),
			{
				maxLength: 6,
			},
		);
		fc.assert(
			fc.property(bytes, (all) => {
				let text: string | undefined;
				try {
					text = strict.decode(Buffer.from(all));
				} catch {
					text = undefined;
				}
				expect(utf8Text(Buffer.from(all))).toBe(text);
			}),
			{ numRuns: 5000 },
		);
	});
});
