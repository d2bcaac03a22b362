import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { sources as adfox } from '../../nodes/Adfox/report/getPerformance';
import { sources as myTarget } from '../../nodes/MyTarget/report/getPerformance';
import { performanceColumns, type Source, type Sources } from '../../nodes/shared/report/performance-columns';
import { sources as targetAds } from '../../nodes/TargetAds/report/getPerformance';
import { sources as promoPages } from '../../nodes/YandexPromoPages/report/getPerformance';
import { sectionsOf } from './markdown';

const platforms: Readonly<Record<string, Sources>> = {
	TargetADS: targetAds,
	'Yandex PromoPages': promoPages,
	'VK Ads (myTarget)': myTarget,
	ADFOX: adfox,
};

/** All columns but those that are the same everywhere. */
const columns = performanceColumns('ad').filter((column) => !['platform', 'row_key'].includes(column));

const pages = [
	{ page: 'docs/ad-performance.md', or: ', else ', words: ({ about }: Source) => about },
	{ page: 'docs/ru/ad-performance.md', or: ', иначе ', words: () => expect.stringMatching(/[а-яё]/i) },
];

describe.each(pages)('$page', ({ page, or, words }) => {
	const sections = sectionsOf(readFileSync(join(__dirname, '..', '..', page), 'utf8'));

	it.each(Object.entries(platforms))('tells each column of %s as the code has it', (title, sources) => {
		const [, ...rows] = sections.find((section) => section.title === title)!.tables[0]!;
		const expected = columns.map((column) => {
			const source = sources[column as keyof Sources];
			if (source === undefined) return [`\`${column}\``, '—', expect.stringContaining('null')];
			const from = [source.from].flat().map((name) => `\`${name}\``);
			return [`\`${column}\``, from.join(or), words(source)];
		});
		expect(rows).toEqual(expected);
	});
});
