import { dayAt, utcText } from '../../frame/calendar';
import { below, fraction, hex, mix, mixText } from '../../frame/hash';
import { flags } from '../flags';
import type { PromoPagesOptions } from '../options';
import { DOCUMENTED_PUBLISHER, type Publisher } from '../publishers';

import { documentedCampaigns } from './documented';
import { CAMPAIGN_TYPES, STRATEGIES } from './enumerations';
import { publicationsOf } from './publications';
import type { CampaignRecord } from './record';
import { strategyOf } from './strategy';
import { targetingOf } from './targeting';

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
