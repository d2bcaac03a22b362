import { dayAt, utcText } from '../../frame/calendar';
import { below, fraction, hex, mix, mixText } from '../../frame/hash';
import type { PromoPagesOptions } from '../options';
import { DOCUMENTED_PUBLISHER, type Publisher } from '../publishers';

import { documentedCampaigns } from './documented';
import {
	AGES,
	CAMPAIGN_TYPES,
	DEVICES,
	GENDERS,
	STRATEGIES,
	flags,
	type CampaignRecord,
	type Preview,
	type Publication,
	type Strategy,
	type Targeting,
} from './record';

const MS_PER_DAY = 86_400_000;
const EARLIEST = Date.parse('2020-04-01T00:00:00Z');
const LATEST = Date.parse('2026-02-01T00:00:00Z');

/** The end of a Moscow day in UTC. */
const FAR_END = Date.parse('2029-12-31T20:59:59Z');

const MAX_PER_PUBLISHER = 1_000_000;

/** So many campaigns in a row start in the same millisecond: an order by start alone is none. */
const SAME_START = 3;

const TITLES = ['Диваны, кресла', 'ООО "Ромашка"', 'Кухни; весна', 'Brand', 'Распродажа 50%'];

/** The campaigns of a cabinet in the order of the API: by start. */
export function createCampaigns(
	options: PromoPagesOptions,
	publisher: Publisher,
	count: number,
): CampaignRecord[] {
	const documented = publisher.id === DOCUMENTED_PUBLISHER ? documentedCampaigns().slice(0, count) : [];
	const generated = Array.from({ length: count - documented.length }, (_, index) =>
		createCampaign(options, publisher, documented.length + index, count),
	);
	return [...documented, ...generated];
}

function createCampaign(
	options: PromoPagesOptions,
	publisher: Publisher,
	index: number,
	count: number,
): CampaignRecord {
	const account = mix(mixText(options.seed, publisher.id), 0xca);
	const state = mix(account, index);
	const startedAt = startOf(account, index, count);
	const id = Math.floor(startedAt / 1000).toString(16) + hex(16, state);
	const isDraft = index % 10 === 4;
	const life = isDraft ? undefined : lifeOf(startedAt, index, state);
	const type = CAMPAIGN_TYPES[Math.floor(index / 2) % CAMPAIGN_TYPES.length]!;
	const strategy = STRATEGIES[below(STRATEGIES.length, mix(state, 3))]!;
	const isArchived = life === undefined ? below(4, mix(state, 4)) === 0 : life.isArchived;
	return {
		number: publisher.index * MAX_PER_PUBLISHER + index,
		startedAt,
		weight: 0.4 + 1.2 * fraction(mix(state, 5)),
		...(life && { days: { first: dayAt(startedAt, 3), last: dayAt(life.lastTime, 3) } }),
		campaign: {
			id,
			title: `${TITLES[below(TITLES.length, mix(state, 6))]!} №${index + 1}`,
			type,
			strategy: strategyOf(strategy, mix(state, 7)),
			targeting: targetingOf(mix(state, 8), options.undocumented),
			...(life && { start: utcText(startedAt) }),
			...(life?.end !== undefined && { end: utcText(life.end) }),
			...flags({ isArchived }),
			// A draft has nothing to show, so it has no rows for two reasons.
			publications: isDraft ? [] : publicationsOf(index, type, mix(account, 0x9001), mix(state, 9)),
		},
	};
}

function startOf(account: number, index: number, count: number): number {
	const group = Math.floor(index / SAME_START);
	const span = ((LATEST - EARLIEST) / count) * SAME_START;
	return Math.floor(EARLIEST + group * span + fraction(mix(mix(account, 0x57), group)) * span);
}

interface Life {
	/** As it is told. */
	readonly end?: number;
	/** The last moment with rows, in milliseconds. */
	readonly lastTime: number;
	readonly isArchived: boolean;
}

/** A third goes on, some of these to end one day; others have ended or went into the archive without an end (trap 23). */
function lifeOf(startedAt: number, index: number, state: number): Life {
	const end = startedAt + (20 + below(180, mix(state, 1))) * MS_PER_DAY;
	if (index % 3 < 2) return { end, lastTime: end, isArchived: below(4, mix(state, 2)) > 0 };
	if (index % 13 === 6) return { lastTime: end, isArchived: true };
	if (index % 7 === 5) return { end: FAR_END, lastTime: FAR_END, isArchived: false };
	return { lastTime: Infinity, isArchived: false };
}

/** Prices and limits, those and only those that a strategy has (section 4, second table). */
export function strategyOf(name: string, state: number): Strategy {
	switch (name) {
		case 'cpm': {
			const cpm = 50 + below(20_000, mix(state, 1)) / 100;
			// Not every campaign limits how often somebody sees it.
			const frequency = below(3, mix(state, 2));
			const impressionCost = Math.round(cpm * 100) / 100_000;
			return { name, impressionCost, cpm, ...(frequency === 0 ? {} : { reachFrequency: frequency + 1 }) };
		}
		case 'full_read':
			return { name, ...limits(state), fullReadCost: price(state) };
		case 'full_view':
			return { name, ...limits(state), fullViewCost: price(state) };
		case 'clickout':
			return { name, ...limits(state), clickoutCost: price(state) };
		case 'daily_budget':
			return { name, ...limits(state) };
		default:
			return { name };
	}
}

/** Any of them, both or none: the example has one of the two (trap 23). */
function limits(state: number): Pick<Strategy, 'maxDailyMoney' | 'maxMoney'> {
	const daily = (1 + below(50, mix(state, 3))) * 1000;
	const which = below(4, mix(state, 4));
	return {
		...(which === 3 ? {} : { maxDailyMoney: daily }),
		...(which === 0 || which === 3 ? {} : { maxMoney: daily * 30 + 0.5 }),
	};
}

function price(state: number): number {
	return 1 + below(900, mix(state, 5)) / 100;
}

const REGIONS = [
	{ id: 225, name: 'Россия' },
	{ id: 213, name: 'Москва' },
	{ id: 2, name: 'Санкт-Петербург' },
	{ id: 10_174, name: 'Санкт-Петербург и Ленинградская область' },
];

/** Any part of it can be missing, all of them too; what that means is not said (section "Unknown"). */
export function targetingOf(state: number, undocumented: boolean): Targeting {
	const has = (part: number) => below(5, mix(state, part)) > 0;
	const some = <T>(list: readonly T[], part: number) => list.slice(below(list.length, mix(state, part)));
	if (below(12, mix(state, 10)) === 0) return {};
	return {
		...(has(1) && { geo: some(REGIONS, 5).map((region) => ({ ...region })) }),
		...(has(2) && { os: some(DEVICES, 6) }),
		...(has(3) && { gender: some(GENDERS, 7) }),
		...(has(4) && { age: some(AGES, 8) }),
		...(undocumented && below(9, mix(state, 9)) === 0 && { placements: ['zen', 'rsya'] }),
	};
}

const HEADLINES = [
	'Как выбрать диван, если кот против',
	'«Кухня» за 3 дня: правда ли это?',
	'10 идей;\nкоторые "работают"',
	'Pioneer SDA-80TAB — обзор',
];

/** A cover that several publications of one campaign share; its id is no key either (trap 19). */
const SHARED_COVER = 0xc0;

/**
 * The publications of a campaign. Two neighbouring campaigns can have one in common, as the example and the campaign
 * before it have.
 */
export function publicationsOf(index: number, type: string, pool: number, state: number): Publication[] {
	const first = Math.floor(index / 2) * 4 + (index % 2) * 2;
	return Array.from({ length: 1 + below(3, mix(state, 1)) }, (_, position) => {
		const own = mix(pool, first + position);
		const id = `5d67${hex(20, own)}`;
		const hasTitle = below(3, mix(own, 2)) === 0;
		const hasPreviews = below(11, mix(own, 3)) > 0;
		return {
			id,
			type,
			...(hasTitle && { title: `Публикация ${first + position + 1}` }),
			...flags({
				isDisabled: below(5, mix(mix(state, 4), position)) === 0,
				isDeleted: below(9, mix(own, 5)) === 0,
			}),
			...(hasPreviews && { previews: previewsOf(id, own, mix(state, SHARED_COVER)) }),
		};
	});
}

function previewsOf(publicationId: string, own: number, shared: number): Preview[] {
	const ids = [publicationId, `5cad${hex(20, shared)}`, `5cae${hex(20, own)}`];
	return ids.slice(0, 1 + below(3, mix(own, 6))).map((id, position) => {
		const state = mix(mix(own, 7), position);
		const imageId = hex(24, mix(state, 1));
		const imageUrl = `https://avatars.example/get-zen_doc/119173/pub_${publicationId}_${imageId}/orig`;
		return {
			id,
			title: HEADLINES[below(HEADLINES.length, mix(state, 2))]!,
			...(below(4, mix(state, 3)) === 0 && { type: 'image' }),
			...(below(2, mix(state, 4)) === 0 && { imageId, imageUrl }),
			...flags({ isDisabled: below(6, mix(state, 5)) === 0, isDeleted: below(10, mix(state, 6)) === 0 }),
		};
	});
}
