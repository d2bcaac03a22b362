import { dayText, timeText } from '../../frame/calendar';
import { below, hex, mix, pick } from '../../frame/hash';
import type { Creative, Placement } from '../placements';

import { INTERACTION_TYPES, PURCHASE } from './cells';
import type { Column } from './columns';
import { amountOf, orderOf } from './goods';
import type { RawLine } from './raw-lines';

const DEVICES = 20_000;
const DOMAINS = ['shop.example', 'm.shop.example', 'магазин.example'] as const;
const PATHS = [
	'/products/item-',
	'/checkout?from=mail,push&n=',
	'/каталог/диваны,кресла/',
	'/search?q="sofa"&page=',
] as const;
const UTM_CAMPAIGNS = ['spring_2026', 'весна, 2026', 'brand|"core"', 'retarget', 'line\nbreak'] as const;

/** Lines come in pairs of one creative each, so that twins share theirs. */
export function creativeIndex(sequence: number): 0 | 1 {
	return Math.floor(sequence / 2) % 2 === 0 ? 0 : 1;
}

export function deviceOf(state: number): string {
	return hex(12, below(DEVICES, state));
}

/** The fields of 4.2. Values outside their interaction (a purchase's, a placement's) are null or ''. */
export function rawColumns(placements: readonly Placement[]): Record<string, Column<RawLine>> {
	const placementOf = (line: RawLine): Placement | undefined => placements[line.number - 1];
	const creativeOf = (line: RawLine): Creative | undefined =>
		placementOf(line)?.creatives[creativeIndex(line.sequence)];
	const order = (line: RawLine) => (line.type === PURCHASE ? orderOf(mix(line.state, 20)) : undefined);
	return {
		InteractionTime: (line) => `${dayText(line.day)} ${timeText(line.second)}`,
		InteractionDate: (line) => dayText(line.day),
		InteractionType: (line) => INTERACTION_TYPES[line.type]!,
		InteractionDeviceID: (line) => deviceOf(mix(line.state, 10)),
		InteractionNewCookie: (line) => mix(line.state, 11) & 1,
		InteractionDomain: (line) => pick(DOMAINS, mix(line.state, 12)),
		InteractionUrlPath: (line) => pick(PATHS, mix(line.state, 13)) + String(below(1000, mix(line.state, 14))),
		InteractionUtmSource: (line) => placementOf(line)?.sourceName ?? '',
		InteractionUtmMedium: (line) =>
			line.number === 0 ? '' : pick(['cpc', 'cpm', 'cpa'], mix(line.state, 15)),
		InteractionUtmCampaign: (line) => (line.number === 0 ? '' : pick(UTM_CAMPAIGNS, mix(line.state, 16))),
		InteractionMediaCampaignName: (line) => placementOf(line)?.name ?? '',
		InteractionPlacementId: (line) => placementOf(line)?.id ?? 0,
		InteractionCreativeId: (line) => creativeOf(line)?.id ?? 0,
		InteractionEcomId: (line) => order(line)?.id ?? null,
		InteractionEcomAmount: (line) => {
			const made = order(line);
			return made === undefined ? null : amountOf(made);
		},
		InteractionEcomItemsName: (line) => order(line)?.items ?? null,
		InteractionEcomItemsPrice: (line) => order(line)?.prices.map((price) => price / 100) ?? null,
	};
}
