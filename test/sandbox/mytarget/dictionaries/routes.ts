import { json } from '../../frame/answer';
import { onlyKnown } from '../lists/parameters';
import type { MyTargetOptions } from '../options';
import { route, type Route } from '../route';

import { createPackages } from './packages';
import { regionsAnswer } from './regions';

/** What is answered at once and whole, each in its own shape (3.0.2). */
export function dictionaryRoutes(options: MyTargetOptions): Route[] {
	const whole = (name: string, body: () => unknown) =>
		route('GET', `/api/v2/${name}.json`, {
			answer: ({ query }) => {
				onlyKnown(query, []);
				return json(200, body());
			},
		});
	return [
		route('GET', '/api/v2/regions.json', { answer: (call) => regionsAnswer(call, options) }),
		whole('packages', () => ({ items: createPackages(options.packages, options.seed) })),
		whole('goals', () => ({
			ok_game: [{ goal: 'ok_game_join', description: 'Установка игры' }],
			ok_group: [{ goal: 'ok_group_join', description: 'Вступление в группу' }],
			mobile_install: [{ goal: 'mobile_app', description: 'Установка приложения' }],
			topmailru: [
				{ id: 1, goal: 'uss:заказ', description: 'Заказ', counter_id: 3_100_001, counter_name: 'Магазин' },
				{ id: 2, goal: 'jse:call', description: 'Звонок', counter_id: 3_100_001, counter_name: 'Магазин' },
			],
		})),
	];
}
