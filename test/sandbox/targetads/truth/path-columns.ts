import { dayText, timeText } from '../../frame/calendar';
import { fraction, mix } from '../../frame/hash';
import type { Placement } from '../placements';

import { INTERACTION_TYPES } from './cells';
import type { Column } from './columns';
import { amountOf, orderOf } from './goods';
import type { PathLine } from './path-lines';
import { deviceOf } from './raw-columns';

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
