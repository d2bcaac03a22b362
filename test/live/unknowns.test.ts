import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { livePlatforms } from './platforms';

const folder = join(__dirname, '..', '..', 'docs', 'platforms');

/** The entries of the section "Unknown" of a sheet, each on one line. */
function unknownsOf(sheet: string): string[] {
	const text = readFileSync(join(folder, `${sheet}.md`), 'utf8');
	const [, section = ''] = /^## (?:\d+\. )?Unknown[^\n]*\n([^]*?)(?=^## |(?![^]))/m.exec(text) ?? [];
	return section
		.replace(/^---$/gm, '')
		.split(/^(?:- |\d+\. )/m)
		.map((entry) => entry.trim().replace(/\s+/g, ' '))
		.filter((entry) => entry !== '');
}

describe.each(livePlatforms.map((platform) => ({ title: platform.title, platform })))(
	'$title: what its sheet calls unknown',
	({ platform: { sheet, unknowns, probes } }) => {
		const entries = unknownsOf(sheet);
		const beginnings = Object.keys(unknowns);

		it('has a probe each, or says why not', () => {
			expect(entries.length).toBeGreaterThanOrEqual(10);
			const open = entries.filter(
				(entry) => beginnings.filter((text) => entry.startsWith(text)).length !== 1,
			);
			expect(open).toEqual([]);
		});

		it('is not asked for when it is unknown no more', () => {
			expect(beginnings.filter((text) => !entries.some((entry) => entry.startsWith(text)))).toEqual([]);
		});

		it('is asked for by probes that there are', () => {
			const known = new Set(probes.map(({ key }) => key));
			const named = Object.values(unknowns).flatMap(({ probes: asked = [] }) => asked);
			expect(named.length).toBeGreaterThan(0);
			expect(named.filter((key) => !known.has(key))).toEqual([]);
		});
	},
);
