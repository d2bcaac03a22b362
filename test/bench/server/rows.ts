/** Twelve of the fields that TargetADS knows (fact sheet 4.2). */
export const FIELDS = [
	'InteractionTime',
	'InteractionType',
	'InteractionPlacementId',
	'InteractionDeviceID',
	'InteractionUrlPath',
	'InteractionDomain',
	'InteractionMediaCampaignName',
	'InteractionUtmSource',
	'InteractionUtmMedium',
	'InteractionUtmCampaign',
	'InteractionEcomAmount',
	'InteractionNewCookie',
] as const;

export type BenchRow = Record<(typeof FIELDS)[number], string | number>;

const SOURCES = ['yandex', 'vk', 'google', 'telegram'];

/** Of the campaign names. A page with Cyrillic letters takes another way through V8 than one of plain ASCII. */
export type Alphabet = 'cyrillic' | 'ascii';

const CAMPAIGN: Readonly<Record<Alphabet, string>> = { cyrillic: 'Весна', ascii: 'Spring' };

/** A row like those of a raw report; neighbours differ. */
export function rowAt(index: number, alphabet: Alphabet = 'cyrillic'): BenchRow {
	const second = index % 86_400;
	const two = (value: number) => String(value).padStart(2, '0');
	const time = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
	const placement = 50_000 + ((index * 7919) % 773);
	return {
		InteractionTime: `2026-02-01 ${time}`,
		InteractionType: index % 9 === 0 ? 'Click' : 'Impression',
		InteractionPlacementId: placement,
		InteractionDeviceID: (((index + 1) * 2_654_435_761) % 2 ** 48).toString(16).padStart(12, '0'),
		InteractionUrlPath: `/catalog/item-${(index * 31) % 5000}`,
		InteractionDomain: 'shop.example',
		InteractionMediaCampaignName: `${CAMPAIGN[alphabet]} ${placement}`,
		InteractionUtmSource: SOURCES[index % SOURCES.length]!,
		InteractionUtmMedium: 'cpm',
		InteractionUtmCampaign: `spring_${placement}`,
		InteractionEcomAmount: index % 50 === 0 ? (index % 9000) + 0.5 : 0,
		InteractionNewCookie: index % 2,
	};
}
