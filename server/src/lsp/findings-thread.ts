import { textAtNow } from "../workspace/node.js";
import { serveJobs } from "../workspace/node-threads.js";
import { type FindingsJob, FindingsWorker } from "./findings-job.js";

/** A thread that works out findings: nobody waits in it while a file is read. */
const worker = new FindingsWorker(async (uri) => textAtNow(uri));
serveJobs((job: FindingsJob) => worker.work(job));
