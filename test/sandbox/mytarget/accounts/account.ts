import { ObjectStore } from '../objects/object-store';
import type { MyTargetOptions } from '../options';
import { Remarketing } from '../remarketing/remarketing';
import { Truth } from '../statistics/truth';

import type { User } from './user';

/** One account and what belongs to it, made when somebody asks for it. */
export class Account {
	readonly objects: ObjectStore;
	readonly remarketing: Remarketing;
	readonly truth: Truth;

	/** @param index 0 is the owner of the application */
	constructor(
		readonly user: User,
		readonly index: number,
		options: MyTargetOptions,
		now: () => number,
	) {
		this.objects = new ObjectStore(options, index, now);
		this.remarketing = new Remarketing(options, index);
		this.truth = new Truth(options.seed, this.objects, user.id);
	}

	reset(): void {
		this.objects.reset();
	}
}
