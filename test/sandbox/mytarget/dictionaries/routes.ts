import { json } from '../../frame/answer';
import { onlyKnown } from '../lists/parameters';
import type { MyTargetOptions } from '../options';
import { route, type Route } from '../route';

import { createPackages } from './packages';
import { regionsAnswer } from './regions';

/** What is answered at once and whole, each in its own shape (3.0.2). */
export function dictionaryRoutes(options: MyTargetOptions): Route[] {
	const whole = (name: string, body: () => unknown, known: readonly string[] = []) =>
		route('GET', `/api/v2/${name}.json`, {
			answer: ({ query }) => {
				onlyKnown(query, known);
				return json(200, body());
			},
		});
	return [
		route('GET', '/api/v2/regions.json', { answer: (call) => regionsAnswer(call, options) }),
		whole('packages', () => ({ items: createPackages(options.packages, options.seed) })),
		whole('packages_pads', () => ({
			items: [
				{
					id: 76765,
					name: 'ВКонтакте',
					description: '',
					eye_url: { id: 1, url: 'https://vk.example', description: '' },
				},
			],
		})),
		whole('pads_trees', () => ({
			items: [
				{
					id: 393,
					tree: [{ name: 'Desktop', children: [{ name: 'ВКонтакте', children: [{ id: 76765 }] }] }],
				},
			],
		})),
		whole('banner_fields', () => {
			const field = {
				id: 1,
				field: 'title_25',
				role: 'title',
				format: {},
				interface: {},
				description: '',
				status: 'active',
			};
			return { count: 1, items: [field] };
		}),
		whole(
			'targetings_tree',
			() => [{ interests: [{ id: 1, name: 'Авто', children: null, synonyms: [], no_checkbox: false }] }],
			['targetings'],
		),
		whole('currencies', () => ({ items: [{ name: 'RUB', budget_limit_step: '1' }] })),
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
