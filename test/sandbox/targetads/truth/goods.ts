import { below, mix, pick } from '../../frame/hash';

const GOODS = [
	['Диван "Осло", серый', 'Диваны'],
	['Кресло', 'Кресла'],
	['Стол\nраскладной', 'Столы, стулья'],
	['Lamp 40W', 'Свет'],
	['Ковёр 2x3', 'Ковры'],
] as const;

/** An order. Prices are in kopecks, so that sums are exact. */
export interface Order {
	readonly id: string;
	readonly items: readonly string[];
	readonly categories: readonly string[];
	readonly prices: readonly number[];
}

export function orderOf(state: number): Order {
	const numbers = Array.from({ length: 1 + below(3, state) }, (_, index) => mix(mix(state, 1), index));
	const goods = numbers.map((item) => pick(GOODS, item));
	return {
		id: `ORD-${mix(state, 2)}`,
		items: goods.map(([name]) => name),
		categories: goods.map(([, category]) => category),
		prices: numbers.map((item) => 1000 + below(5_000_000, mix(item, 3))),
	};
}

/** Sum of an order in roubles. */
export function amountOf(order: Order): number {
	return order.prices.reduce((sum, price) => sum + price, 0) / 100;
}
