import type { DomainSource } from "../../topic-source.ts";

export const dataAnalysis: DomainSource = {
  id: "data-analysis",
  replies: [
    "Group first, then join; otherwise {rows are counted twice|the totals grow}.",
    "With {this many rows|a sample this small} I would {look at the median|plot it before testing} and report an interval.",
    "Here is the {formula|query|snippet}, and a small check that you can run on three rows.",
  ],
  topics: {
    "debug-sql-query": String.raw`
      @ a SQL query|a broken SQL query|my SQL|a slow SQL query|a query that returns wrong results|a database query
      !weight 2
      This {query|statement} {returns duplicates|gives zero rows|counts everything twice|takes 4 minutes}. {Why|What did I do wrong}?\n\n$pasteSql
      {ERROR|It says}: {column must appear in the GROUP BY clause|ambiguous column name $field|deadlock detected|syntax error near "FROM"}\n\n$pasteSql
      {The totals|My numbers} {don't match the report|are too high since I added the LEFT JOIN|change every run}. {Can you spot it|Where's the mistake}?\n\n$pasteSql
      {Speed up|Optimise} this, the table has {20 million|300k|two billion} rows{ and an index on $field|}.\n\n$pasteSql
      WHERE $field = NULL {finds nothing|never matches} {in Postgres|in MySQL|on SQL Server}, {although|but} I can see {empty values|blanks} in {$arg|the table}.
      {I need|How do I get} the {latest row per customer|running total|second highest $field|missing dates} but {my subquery|my window function|HAVING} {errors out|is wrong}.
      ~ sql {group by error|left join returns nulls|why duplicates|slow query index}
      > same but for {MySQL|BigQuery|SQLite}
      > the explain plan says seq scan`,
    "explain-sql-joins": String.raw`
      @ SQL joins|learning SQL|SQL basics|how joins work in SQL|understanding SQL|a SQL concept
      {Explain|What is} the difference between {inner and left join|UNION and JOIN|WHERE and HAVING|a CTE and a subquery} {with two tiny tables|to a beginner|like I'm twelve}.
      When {would|do} I {ever need|use} {a cross join|a self join|a full outer join|a window function}?
      {Teach me|I want to understand} {normalisation|foreign keys|indexes|GROUP BY} {for an interview|with a {library|pizza shop} example}.
      {Quiz me on|Give me five exercises about} {joins|aggregate functions|subqueries} {with answers|, from easy to hard}.
      I {never understood|always mix up} {left and right join|ON and USING|rank and dense_rank}. {Is there a picture or analogy?|How do you remember it?}
      {In a database for|Say I run} {a school|$business|a gym}: which tables {would I need|make sense} and how do they {join|connect}?
      ~ sql {join types|window functions|cte} {explained|cheat sheet}
      < I come from Excel and {vlookup is all I know|my new job needs SQL}.
      > and what happens with nulls`,
    "spreadsheet-formula": String.raw`
      @ Excel|an Excel formula|a spreadsheet|Google Sheets|a spreadsheet formula|my Excel sheet
      !weight 3
      {Excel|Google Sheets}: how do I {sum only the rows where column $col says|count how often|highlight cells that contain} {"paid"|"late"|$name|a date in $month}?
      {I need|What's} a formula {that|to} {splits first and last name|looks up a price from another sheet|adds working days to a date|removes duplicates but keeps the newest}.
      My {VLOOKUP|XLOOKUP|pivot table|IF formula} {shows #N/A|returns the wrong row|stops at row 1000|gives #VALUE!} {although the value is there|only for some cells}. 
      {Can a sheet|Is there a way to} {send me an email when a cell changes|show a drop-down that depends on another|colour weekends automatically|lock the header}?
      {Turn|Convert} {this|the list below} into {columns|a pivot|hours and minutes} {with one formula|in Excel}:\n\n$pasteTable
      {We track|I keep} {holidays|stock|expenses|shifts} in {a spreadsheet|one huge Excel file} and {every month I copy by hand|it takes 3 minutes to open}. {Smarter way|Any formula for that}?
      ~ excel {countifs two conditions|concatenate with line break|percentage change formula|convert text to date}
      > {in LibreOffice too|does it work in Google Sheets}?
      > it says {#REF!|#N/A|circular reference}
      =col A|B|C|D|F`,
    "pandas-cleaning": String.raw`
      @ pandas|cleaning data in pandas|a pandas dataframe|data cleaning|messy data|my dataframe
      {How do I|What's the pandas way to} {fill missing values by group|merge two frames on the nearest date|melt wide columns|drop rows where $field is blank}?
      {I have|Got} a {CSV|parquet file|messy export} {with mixed date formats|with commas inside quotes|of 4 GB} and {need it tidy|pandas chokes}.\n\n$pasteTable
      SettingWithCopyWarning {again|everywhere}. {What does it want|How do I write it properly}?\n\n$pastePython
      {Replace this loop|Vectorise this} {over rows|, it takes an hour}:\n\n$pastePython
      {In R|With dplyr|In polars|With pandas}, {group by $city and week|pivot by $field|compute a rolling mean} {and keep the other columns|, then plot}.
      {Names are spelled differently|The same customer appears five times|Units are mixed (kg, lb)} {across files|in my data}. {How would you clean|Strategy to match} them?
      ~ pandas {groupby agg multiple columns|explode list column|merge indicator|to_datetime errors coerce}
      > the index is wrong now`,
    "chart-choice": String.raw`
      @ a chart|which chart to use|data visualisation|a graph|plotting|my chart
      {Which chart|What kind of graph} {shows|is best for} {share of sales over time|$few groups before and after|survey answers from 1 to 5|traffic by hour and weekday}?
      {Is a pie chart|Is a dual axis|Are 3D bars} {really that bad|okay} {for the board|if there are only $few slices}?
      {How do I|Code to} {rotate labels|add error bars|make small multiples|annotate a point} in {matplotlib|ggplot|Excel|Tableau|D3}?
      {My plot|This figure} {looks cluttered|hides the trend|has 14 colours}. {What would you remove|How to make it readable}?
      {I'm presenting|We have to show} {churn|rainfall|test scores|budget overrun} to {people who hate numbers|our investors|parents} on $weekday. {One picture|Two slides} {at most|only}.
      {Sketch|Describe} a {visual|chart} {for this data|that tells the story}:\n\n$pasteTable
      ~ {matplotlib|seaborn|plotly} {legend outside plot|heatmap labels|stacked bar order}
      > colour-blind friendly please`,
    "statistics-test": String.raw`
      @ statistics|a statistical test|statistical significance|stats for my study|a p-value
      {Which test|What statistics} {do I need|should I run} {to compare $few groups|for before and after on the same people|if my data is skewed|for yes/no answers}?
      p = {0.06|0.049|0.2} with n = {12|30|400}. {Is that significant|What may I conclude|How do I report it}?
      {What's the difference between|Explain} {correlation and regression|standard deviation and standard error|a t-test and ANOVA|type I and type II errors} {without formulas|for my thesis defence}.
      How many {participants|users|plants} {do I need|must I sample} to {detect a $percent difference|be 95% sure|run an A/B test}?
      {My supervisor|A reviewer|$Name} {says|claims} {I can't use the mean for Likert items|my variables are collinear|I forgot Bonferroni}. {Are they right|How do I fix that}?
      {In SPSS|In R|In Python}, how do I {run|read} {a logistic regression|a Mann-Whitney test|a mixed model|a chi-square}? {The output is a wall of numbers.|Which line matters?}
      ~ {anova|chi square|confidence interval} {assumptions|sample size|interpretation}
      > what if it isn't normally distributed`,
    "dashboard-metrics": String.raw`
      @ a dashboard|KPIs|our KPI dashboard|business metrics|a metrics report
      {Which|What} {KPIs|metrics|numbers} {should|would} {$business|a SaaS startup|a support team|a hospital ward} {track|put on one screen|watch weekly}?
      {How is|How do you calculate} {churn|retention|customer lifetime value|gross margin|NPS} {when customers pause|for monthly plans|properly}?
      {Our|The} {Power BI|Tableau|Looker} {dashboard|report} {is too slow|shows different numbers than finance|nobody opens}. {Why|What would you change}?
      {Our sign-ups|Sales|Active users} {dropped $percent|jumped} {in $month|after the redesign}. How do I {find the reason|break it down|tell noise from signal}?
      {Write|Draft} a {definition|data dictionary entry|one-page spec} for "{active user|conversion|late order}" so {all teams mean the same|nobody argues again}.
      {DAX|LookML|a measure} for {year over year|last 30 days|distinct customers}, {it ignores my filter|total is wrong}.
      ~ {saas|ecommerce|warehouse} {kpi list|dashboard template|metrics that matter}
      > how often should we look at it`,
  },
};

export const systems: DomainSource = {
  id: "systems-and-ai",
  replies: [
    "Look at the {logs|exit code|limits} first; this command shows them.",
    "It is {a permission|a version|a network} matter; the safest order is stop, back up, change, start.",
  ],
  topics: {
    "docker-containers": String.raw`
      @ Docker|a Docker container|a Docker image|docker compose|containers
      {My container|The image|docker compose up} {exits with code 137|can't connect to localhost|restarts forever|is 4 GB}. {What's wrong|How do I debug that}?[\n\n$pasteLogs]
      {Write|Improve} a Dockerfile for {a Python API|a Node app with Prisma|Rails|a cron job} {that builds fast|with a non-root user|, multi-stage}.
      {What is|Explain} the difference between {an image and a container|a volume and a bind mount|CMD and ENTRYPOINT|Docker and a VM}?
      {Kubernetes|k8s|Helm}: {pod stuck in CrashLoopBackOff|ingress gives 503|how many replicas do I need|OOMKilled every night}. {Where do I look first?|Explain like I only know Docker.}
      {Do I need|Is it overkill to use} {Kubernetes|Swarm|containers at all} for {$few small services|a side project|an office of 20}?
      How do I {share files between|back up the database of|limit memory for|pass secrets to} {two containers|a compose stack}?
      ~ docker {no space left on device|permission denied socket|network host mac|compose env file}
      > and in production?`,
    "linux-shell": String.raw`
      @ Linux|a Linux command|the Linux terminal|a bash script|a shell command|my Linux server
      {How do I|One-liner to} {find files bigger than 1 GB|rename 500 photos by date|kill whatever uses port 8080|count lines in all .txt files} {in bash|on Ubuntu|from the terminal}?
      {Explain|What does} {chmod 755|2>&1|sudo !!|crontab */5|awk '\{print $2\}'} {mean|do} {really|exactly}?
      {My disk is full|The server won't boot|sudo says I'm not in the sudoers file|ssh hangs} {after an update|since this morning}. {How do I rescue it|Steps please}.[\n\n$pasteLogs]
      {Write|I need} a {bash|shell} script that {backs up a folder every night|checks if a site is up|resizes images|deletes logs older than $days days}.
      {Which distro|Arch or Debian or Fedora|Is Mint} {for an old laptop|for a beginner|for gaming}?
      {Difference between|When to use} {apt and snap|systemd and cron|hard and soft links|zsh and bash}?
      ~ {linux|ubuntu|bash} {permission denied|loop over files|mount usb|add to PATH}
      > is there a safer command
      > I'm on a Mac actually`,
    "cloud-costs": String.raw`
      @ our cloud bill|AWS|cloud costs|cloud hosting costs|AWS costs|the cloud account
      {Our AWS bill|The Azure invoice|Google Cloud} {jumped from \$300 to \$2,100|went up $percent|charges for things I deleted}. {How do I find out why|What should I check}?
      {S3 or EBS|Lambda or EC2|spot or reserved instances} for {nightly jobs|a site with spikes|200 TB of video}?
      How much would it {cost|be} to {store 5 TB|run a small Postgres|serve a million requests} {a month|on $cloud}?
      {Set up|Explain} {a budget alert|IAM roles|a VPC|auto scaling} {on $cloud|for a two-person startup|without locking myself out}.
      We {want to|have to} {leave|move to|split between} $cloud {because of cost|for legal reasons}. {What breaks first|Plan in phases}?
      {Terraform|CloudFormation|Pulumi}: {state is locked|how do I import what exists|a minimal example for a bucket}.
      ~ $cloud {free tier limits|egress price|cheapest gpu}
      =cloud AWS|Azure|GCP|DigitalOcean|Hetzner
      > who should get admin rights then`,
    "train-model": String.raw`
      @ training a model|machine learning|a machine learning model|ML model training|deep learning|my classifier
      {My|The} {neural net|classifier|CNN} {overfits|gets 99% on train and 60% on test|predicts the same class every time|has loss NaN}. {What do I try|Where's the mistake}?
      {How much data|How many images|Which GPU} do I need to {fine-tune|train} {a small language model|an object detector|a spam filter}?
      {Explain|What is} {attention|gradient descent|a random forest|an embedding|cross-validation} {with an everyday analogy|for a blog post|to my grandmother}.
      {XGBoost or a neural net|Precision or recall|PCA or t-SNE} for {tabular data with 5k rows|detecting fraud|sensor readings}?
      {In PyTorch|With scikit-learn|In Keras}, how do I {weight rare classes|freeze layers|save and reload|tune hyperparameters}?
      I {labelled 800|scraped 20k|have only 60} {X-rays|tweets|leaf photos} and want to {predict|sort|cluster} them. {First steps?|Realistic?}
      ~ {overfitting|learning rate|confusion matrix} {explained|how to choose}
      > my GPU has only 8 GB`,
    "prompt-writing": String.raw`
      @ a prompt|prompt writing|writing better prompts|prompting|AI prompts
      {Improve|Rewrite|Sharpen} {this prompt|my prompt}{ so the answers are less generic|}: "{Write about $subject|Summarise my meeting|Act as a coach}".
      How do I {get you|make an AI} to {stop using bullet points|write like me|admit when it doesn't know|return valid JSON every time}?
      {Give me|I want} {$few prompts|a prompt template} for {brainstorming lesson ideas|turning notes into tasks|image generation of a foggy harbour|product photos}.
      {What is|Does} {few-shot|temperature|a system prompt|chain of thought} {good for|really matter}?
      {Midjourney|Stable Diffusion|the image tool} keeps {giving people six fingers|ignoring the colours|making it look like plastic}. {What words help?|Better prompt?}
      {Our team|$Company} wants {a shared prompt library|rules for using AI|a short training on prompting}. {Outline|What belongs in it}?
      ~ prompt for {logo ideas|meeting notes|unit tests|cover letter}
      > {too long|too robotic}, try again`,
    "build-chatbot": String.raw`
      @ building a chatbot|a chatbot|our chatbot|a support bot|chatbot design
      {I want to build|How do I build} a {chatbot|bot|voice assistant} that {answers from our PDFs|books appointments|lives in WhatsApp|takes pizza orders} {for $business|without coding}.
      {RAG or fine-tuning|Vector database or plain search|Rasa or an LLM} for {a help centre with 300 articles|legal documents}?
      {It|The bot} {makes things up|forgets what was said|answers in the wrong language} {when customers ask about returns|after $few messages}. How do I {stop that|test for it}?
      {Write|Draft} the {greeting|fallback message|conversation flow|persona} for {a dental clinic's|a library|$business} {bot|assistant}.
      {How should I split|What chunk size for} {long manuals|transcripts|tables} {before embedding|for retrieval}?
      What does it {cost|take} to run {a support bot for 2,000 chats a day|my own model at home}?
      ~ {telegram|discord|slack} bot {python example|hosting|rate limit}
      > how do I hand over to a human`,
    "shared-notebooks": String.raw`
      @ shared notebooks|the new notebook feature|my shared notebook|notebooks in the app|a notebook invite
      !weight 2.2
      {How do I|Can I} {invite $name to|share|move a chat into} a {shared notebook|notebook}{ here|}?
      {Where did|Why did} {my notebook|the shared notebook} {go|disappear|become read-only} {after the update|since $weekday}?
      {What are|Tell me about} the new {shared notebooks|notebooks in this app} {good for|for} {a class|families|a team of $few}?
      {In our notebook|Our team notebook}: {who can see|who may edit|can I lock} {the pinned notes|my drafts|older versions}?
      {I saw the announcement|Got the email} about {notebooks|the notebook feature}. {Is it free|When do I get it|Does it work on Android}?
      {Set up|Organise} a notebook for {our kitchen renovation|the book club|my thesis group|the Lisbon trip} {with sections|and tell me who does what}.
      {Can two people|Could $name and I} {write in one notebook at the same time|leave comments|get notified}?
      ~ notebook {invite link expired|export to pdf|not syncing|permissions}
      > it says I need {to update|an invitation}
      > and if I leave the notebook?`,
  },
};
