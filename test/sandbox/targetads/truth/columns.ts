import { dayText, timeText } from '../../frame/calendar';
import { below, fraction, hex, mix, pick } from '../../frame/hash';
import type { Creative, Placement } from '../placements';

import { INTERACTION_TYPES, PURCHASE, type RawLine } from './cells';
import { amountOf, orderOf } from './goods';
import type { PathLine } from './path-lines';

export type Value = string | number | null | readonly (string | number)[];
export type Row = Record<string, Value>;

/** Makes the value of one field. */
export type Column<Line> = (line: Line) => Value;

/**
 * The requested fields of a line, in the requested order. The known field lists are incomplete (4.2, 4.3), so a name
 * that is not known here is taken for a field without a value.
 */
export function projection<Line>(
	columns: Readonly<Record<string, Column<Line>>>,
	fields: readonly string[],
): (line: Line) => Row {
	const chosen = fields.map((field) => ({
		field,
		column: Object.hasOwn(columns, field) ? columns[field]! : () => null,
	}));
	return (line) => {
		const row: Row = {};
		for (const { field, column } of chosen) row[field] = column(line);
		return row;
	};
}

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

/** Spellings of v1 and of v2 (T10). */
const WEIGHTS = ['Weight_MLI', 'Weight_FL', 'Weight_MFI', 'Weight_ML', 'Weight_FTDM_30', 'MLI30'] as const;

/** The fields of 4.3, and the placement id of 4.2. */
export function pathColumns(placements: readonly Placement[]): Record<string, Column<PathLine>> {
	const placementOf = (line: PathLine): Placement | undefined => placements[line.number - 1];
	const name = (line: PathLine) => placementOf(line)?.name ?? '';
	const order = (line: PathLine) =>
		line.event.event_type === 'ecommerce' ? orderOf(mix(line.eventState, 20)) : undefined;
	const columns: Record<string, Column<PathLine>> = {
		PathDeviceID: (line) => deviceOf(mix(line.eventState, 10)),
		PathPosition: (line) => line.position,
		PathLength: (line) => line.length,
		InteractionTime: (line) => `${dayText(line.touchDay)} ${timeText(line.touchSecond)}`,
		InteractionType: (line) => INTERACTION_TYPES[line.type]!,
		InteractionMediaCampaignName: name,
		MediaCampaignName: name,
		InteractionUtmSource: (line) => placementOf(line)?.sourceName ?? '',
		InteractionPlacementId: (line) => placementOf(line)?.id ?? 0,
		TargetEventName: (line) => line.event.event_name,
		TargetEcomId: (line) => order(line)?.id ?? null,
		TargetEcomAmount: (line) => {
			const made = order(line);
			return made === undefined ? null : amountOf(made);
		},
		TargetEcomItemsName: (line) => order(line)?.items ?? null,
		TargetEcomItemsCategory1: (line) => order(line)?.categories ?? null,
	};
	for (const [model, weight] of WEIGHTS.entries()) columns[weight] = (line) => weightOf(line, model);
	return columns;
}

/** What the models mean is not known; here the weights of a path simply sum up to 1. */
function weightOf(line: PathLine, model: number): number {
	const state = mix(mix(line.eventState, 40), model);
	let sum = 0;
	for (let position = 1; position <= line.length; position++) sum += 0.1 + fraction(mix(state, position));
	return (0.1 + fraction(mix(state, line.position))) / sum;
}
