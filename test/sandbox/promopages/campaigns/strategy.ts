import { below, mix } from '../../frame/hash';

import type { Strategy } from './record';

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
