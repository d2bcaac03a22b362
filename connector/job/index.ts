export { runJob, type Job, type JobParts, type PollPolicy } from './job';
