<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>Command</name>
    <message>
        <source>Check packs and name every mistake with its place</source>
        <translation>檢查城市包，列出每項錯誤及其位置</translation>
    </message>
    <message>
        <source>Print the facts in a payload, one JSON object a line</source>
        <translation>列出原始資料的解析結果，每行一個 JSON 物件</translation>
    </message>
    <message>
        <source>Draw a dashboard into a PNG file</source>
        <translation>將儀表板繪製成 PNG 檔</translation>
    </message>
    <message>
        <source>Draw layers of GIS files into a PNG file</source>
        <translation>將 GIS 檔的圖層繪製成 PNG 檔</translation>
    </message>
    <message>
        <source>A file, or one layer of it; may be given several times</source>
        <translation>檔案或其中一個圖層；可指定多次</translation>
    </message>
    <message>
        <source>What to show, in degrees; otherwise all that the layers cover</source>
        <translation>顯示範圍，以度為單位；未指定則為全部圖層範圍</translation>
    </message>
    <message>
        <source>Pixels of the picture; otherwise 1600x1000</source>
        <translation>圖片像素；未指定則為 1600x1000</translation>
    </message>
    <message>
        <source>Coordinate reference system of the files that state none</source>
        <translation>未註明坐標系統之檔案所用的坐標參考系統</translation>
    </message>
    <message>
        <source>Text encoding of the files that state none</source>
        <translation>未註明編碼之檔案所用的文字編碼</translation>
    </message>
    <message>
        <source>The picture to write</source>
        <translation>要寫入的圖片</translation>
    </message>
    <message>
        <source>Which dashboard, by its id.</source>
        <translation>儀表板的 id。</translation>
    </message>
    <message>
        <source>What to look at: KIND/ID of a place, or the code or name of an area.</source>
        <translation>檢視對象：地點的 KIND/ID，或區域的代碼或名稱。</translation>
    </message>
    <message>
        <source>Size of the picture in pixels (1920x1080).</source>
        <translation>圖片大小，以像素為單位 (1920x1080)。</translation>
    </message>
    <message>
        <source>The PNG file to write.</source>
        <translation>要寫入的 PNG 檔。</translation>
    </message>
    <message>
        <source>cityops COMMAND --help tells more.</source>
        <translation>詳見 cityops COMMAND --help。</translation>
    </message>
    <message>
        <source>Usage: cityops check PACK...

Reads each pack (a folder with pack.yaml) as the program would and names every mistake in it, one a line, as
file:line:column: what is wrong, what was expected. Nothing is fetched.

Exit status: 0 all packs are good, 1 there are mistakes, 2 wrong usage.</source>
        <translation>用法： cityops check PACK...

如同程式本身讀取各城市包（含 pack.yaml 的資料夾），逐行指出每一處錯誤，格式為
檔案:行:欄: 錯在哪裡、應為何。不連線取得任何資料。

結束狀態：0 全部正確，1 有錯誤，2 用法不對。</translation>
    </message>
    <message>
        <source>%1: there is no such folder</source>
        <translation>%1：沒有這個資料夾</translation>
    </message>
    <message>
        <source>%1: %2 problems</source>
        <translation>%1：%2 個問題</translation>
    </message>
    <message>
        <source>%1: ok, %2 feeds, %3 layers, %4 dashboards</source>
        <translation>%1：正確，%2 個資料源，%3 個圖層，%4 個儀表板</translation>
    </message>
    <message>
        <source>check: unknown option %1</source>
        <translation>check：不明的選項 %1</translation>
    </message>
    <message>
        <source>Ask every feed once, then end.</source>
        <translation>每個資料源索取一次後結束。</translation>
    </message>
    <message>
        <source>End after this time (&quot;90 s&quot;, &quot;2 h&quot;); otherwise on Ctrl+C.</source>
        <translation>經過此時間後結束（「90 s」、「2 h」）；否則至 Ctrl+C 為止。</translation>
    </message>
    <message>
        <source>Fetches the feeds of a pack into a history file and prints a line for every answer. Exit status: 0 a feed gave data and the history took it, 1 otherwise, 2 wrong usage.</source>
        <translation>將城市包的資料源收入歷史檔，每次回應印一行。結束狀態：0 有資料源給出資料且已寫入歷史，1 其他情形，2 用法不對。</translation>
    </message>
    <message>
        <source>--%1 is missing.</source>
        <translation>缺少 --%1。</translation>
    </message>
    <message>
        <source>--once and --for exclude each other.</source>
        <translation>--once 與 --for 不可並用。</translation>
    </message>
    <message>
        <source>--for needs a time of up to 24 d, as &quot;90 s&quot; or &quot;2 h&quot;, not &quot;%1&quot;.</source>
        <translation>--for 需要不超過 24 d 的時間，如「90 s」或「2 h」，而非「%1」。</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>無資料</translation>
    </message>
    <message>
        <source>age %1 s</source>
        <translation>距今 %1 秒</translation>
    </message>
    <message>
        <source>%1 new observations in %2</source>
        <translation>新增 %1 筆觀測於 %2</translation>
    </message>
    <message>
        <source>%1 %2: failed, %3; %4</source>
        <translation>%1 %2：失敗，%3；%4</translation>
    </message>
    <message>
        <source>%1 %2: %3 accepted, %4 problems, %5</source>
        <translation>%1 %2：接受 %3 筆，%4 個問題，%5</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time zone; one such as Asia/Taipei was expected</source>
        <translation>「%1」不是時區；應如 Asia/Taipei</translation>
    </message>
    <message>
        <source>%1: the pack has mistakes</source>
        <translation>%1：城市包有錯誤</translation>
    </message>
    <message>
        <source>the pack has no feed &quot;%1&quot;; it has: %2</source>
        <translation>城市包沒有資料源「%1」；現有：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a mapping or is not a format; without one: %2</source>
        <translation>「%1」需要對應，或不是格式；不需對應者：%2</translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation>顯示此說明</translation>
    </message>
    <message>
        <source>Unexpected argument: %1</source>
        <translation>不應有的引數：%1</translation>
    </message>
    <message>
        <source>At least one --layer is needed</source>
        <translation>至少需要一個 --layer</translation>
    </message>
    <message>
        <source>--out needs the name of a .png file</source>
        <translation>--out 需要 .png 檔的檔名</translation>
    </message>
    <message>
        <source>--bbox needs west,south,east,north in degrees, not &quot;%1&quot;</source>
        <translation>--bbox 需要以度表示的 west,south,east,north，不是「%1」</translation>
    </message>
    <message>
        <source>--size needs WIDTHxHEIGHT between 16 and 16384 pixels, not &quot;%1&quot;</source>
        <translation>--size 需要 WIDTHxHEIGHT，介於 16 到 16384 像素，不是「%1」</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 無法寫入：%2</translation>
    </message>
    <message>
        <source>Say which coordinate reference system it is with --crs, such as --crs EPSG:3826</source>
        <translation>請以 --crs 指明坐標參考系統，例如 --crs EPSG:3826</translation>
    </message>
    <message>
        <source>There is nothing to draw: no layer has a geometry</source>
        <translation>沒有可繪製的內容：所有圖層都沒有幾何圖形</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>Draws a dashboard into a PNG file.</source>
        <translation>將儀表板繪成 PNG 檔。</translation>
    </message>
    <message>
        <source>--size needs WxH from 1024x640 to 16384x16384, not “%1”.</source>
        <translation>--size 需為 1024x640 至 16384x16384 的 WxH，而非「%1」。</translation>
    </message>
    <message>
        <source>Opens the window on a city.</source>
        <translation>開啟一個城市的視窗。</translation>
    </message>
    <message>
        <source>The folder of resources is missing; set CITYOPS_RESOURCES to it.</source>
        <translation>找不到資源資料夾；請以 CITYOPS_RESOURCES 指定。</translation>
    </message>
    <message>
        <source>Close once the first dashboard is complete, to measure the start.</source>
        <translation>第一個儀表板完整後即關閉，用以量測啟動時間。</translation>
    </message>
    <message>
        <source>A YAML file that says how points, lines and polygons look</source>
        <translation>說明點、線、面外觀的 YAML 檔</translation>
    </message>
    <message>
        <source>Redraws several views as often and times them</source>
        <translation>將數個視野各重繪此次數並計時</translation>
    </message>
    <message>
        <source>Writes what was timed, in milliseconds</source>
        <translation>寫出計時結果，單位為毫秒</translation>
    </message>
    <message>
        <source>Reads large layers anew and keeps nothing of them</source>
        <translation>重新讀取大型圖層，且不保留快取</translation>
    </message>
    <message>
        <source>--repeat needs a number between 1 and 1000, not &quot;%1&quot;</source>
        <translation>--repeat 需要 1 到 1000 之間的數字，不是「%1」</translation>
    </message>
    <message>
        <source>Keep the keys of publishers in the keyring</source>
        <translation>將發布單位的金鑰保存於金鑰圈</translation>
    </message>
    <message>
        <source>Usage: cityops secret set NAME
       cityops secret list
       cityops secret delete NAME

Keeps the keys of publishers in the keyring of the session, by the names that packs use ({secret:NAME}). The value is
read from the terminal without showing it, or from standard input; it is never an argument, which other users could see.
list tells the names only. Where there is no keyring, a key is put into the environment as CITYOPS_SECRET_NAME.

Exit status: 0 done, 1 the keyring refused or has no such secret, 2 wrong usage.</source>
        <translation>用法：cityops secret set 名稱
      cityops secret list
      cityops secret delete 名稱

將發布單位的金鑰以城市包所用的名稱（{secret:名稱}）保存於工作階段的金鑰圈。其值由終端機讀取而不顯示，或由標準輸入讀取；
絕不作為參數，以免其他使用者看見。list 只列出名稱。沒有金鑰圈時，請將金鑰放入環境變數 CITYOPS_SECRET_名稱。

結束狀態：0 完成，1 金鑰圈拒絕或沒有該密鑰，2 用法不對。</translation>
    </message>
    <message>
        <source>Value of %1:</source>
        <translation>%1 的值：</translation>
    </message>
    <message>
        <source>no value was given; nothing is changed</source>
        <translation>未提供值；沒有任何變更</translation>
    </message>
    <message>
        <source>there is no secret &quot;%1&quot;</source>
        <translation>沒有密鑰「%1」</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a secret; letters, digits, -, _ and . were expected</source>
        <translation>「%1」不能作為密鑰名稱；應為英文字母、數字、-、_ 與 .</translation>
    </message>
    <message>
        <source>Forecasts a series of a history file by the model that did best in a backtest of this very series, and prints one JSON object: the fan with its 50, 80 and 95 % bands and the measured skill.</source>
        <translation>以回溯測試中對該序列表現最好的模型預測歷史檔中的序列，並輸出一個 JSON 物件：預測扇形及其 50、80、95 % 區間，以及實測技能。</translation>
    </message>
    <message>
        <source>History file.</source>
        <translation>歷史檔。</translation>
    </message>
    <message>
        <source>KIND/ID of a place.</source>
        <translation>地點的 KIND/ID。</translation>
    </message>
    <message>
        <source>Quantity, such as pm2.5.</source>
        <translation>量，例如 pm2.5。</translation>
    </message>
    <message>
        <source>Issue time, ISO 8601 with an offset; nothing later is looked at.</source>
        <translation>發布時間，ISO 8601 含時差；不使用此後的資料。</translation>
    </message>
    <message>
        <source>How far ahead (air quality 120, others 24; of daily series 336).</source>
        <translation>預測多遠（空氣品質 120，其他 24；逐日序列 336）。</translation>
    </message>
    <message>
        <source>Time zone of days and hours (Asia/Taipei).</source>
        <translation>日與時所屬時區（Asia/Taipei）。</translation>
    </message>
    <message>
        <source>--place needs KIND/ID, not “%1”.</source>
        <translation>--place 需為 KIND/ID，而非「%1」。</translation>
    </message>
    <message>
        <source>--issue needs a time with an offset, not “%1”.</source>
        <translation>--issue 需為含時差的時間，而非「%1」。</translation>
    </message>
    <message>
        <source>--hours needs a number from 1 to %1.</source>
        <translation>--hours 需為 1 至 %1 的數字。</translation>
    </message>
    <message>
        <source>%1: there is no such file</source>
        <translation>%1：沒有這個檔案</translation>
    </message>
    <message>
        <source>forecast: unknown word %1</source>
        <translation>forecast：不明的字詞 %1</translation>
    </message>
    <message>
        <source>--zone: there is no zone “%1”.</source>
        <translation>--zone：沒有時區「%1」。</translation>
    </message>
    <message>
        <source>Usage: cityops indicator SCALE QUANTITY=VALUE...
       cityops indicator --list

Says what a published scale makes of measured values and prints one JSON object: the index (null for a scale
without numbers), the level from 1 (0 below the first class) or the publisher&apos;s own sign, the quantity that
decided, the words and the colour of the level. Values are in the units --list shows.

Exit status: 0 done, 1 the values were refused, 2 wrong usage.</source>
        <translation>用法：cityops indicator SCALE QUANTITY=VALUE...
      cityops indicator --list

依公布的分級判定量測值，輸出一個 JSON 物件：指標值（無數值的分級為 null）、自 1 起的等級（未達第一級為 0）
或發布機關自己的記號、決定等級的量，以及該等級的文字與顏色。數值單位見 --list。

結束狀態：0 完成，1 數值被拒，2 用法錯誤。</translation>
    </message>
    <message>
        <source>%1: a number was expected after &quot;=&quot;</source>
        <translation>%1：「=」之後應為數字</translation>
    </message>
    <message>
        <source>Say what a published scale makes of measured values</source>
        <translation>依公布的分級判定量測值</translation>
    </message>
    <message>
        <source>Forecast a series of a history file, with measured skill</source>
        <translation>預測歷史檔中的序列，並附實測技能</translation>
    </message>
    <message>
        <source>Leaves out the scale bar, the legend and the attribution</source>
        <translation>不畫比例尺、圖例與資料來源</translation>
    </message>
    <message>
        <source>One JSON object a line, for programs.</source>
        <translation>每行一個 JSON 物件，供程式讀取。</translation>
    </message>
    <message>
        <source>Follow the schedule and print again every so many seconds, until Ctrl+C.</source>
        <translation>依排程索取，每隔這麼多秒再印一次，直到 Ctrl+C。</translation>
    </message>
    <message>
        <source>Follow the schedule for this time (&quot;90 s&quot;, &quot;2 h&quot;), then print and end.</source>
        <translation>依排程索取這段時間（「90 s」、「2 h」），印出後結束。</translation>
    </message>
    <message>
        <source>How publishers kept their promises in a month, from what earlier runs saw; nothing is fetched.</source>
        <translation>發布單位在某月履行承諾的情形，依先前執行所見；不連線索取。</translation>
    </message>
    <message>
        <source>Say how each feed of a pack is doing</source>
        <translation>說明城市包各資料源的狀況</translation>
    </message>
    <message>
        <source>feed</source>
        <translation>資料源</translation>
    </message>
    <message>
        <source>state</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>age</source>
        <translation>距今</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>承諾</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>實際</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>有回應</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>延遲</translation>
    </message>
    <message>
        <source>records</source>
        <translation>筆數</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>觀察時間</translation>
    </message>
    <message>
        <source>cadence promised</source>
        <translation>承諾間隔</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>達成</translation>
    </message>
    <message>
        <source>latency promised</source>
        <translation>承諾延遲</translation>
    </message>
    <message>
        <source>complete promised</source>
        <translation>承諾完整度</translation>
    </message>
    <message>
        <source>--watch needs seconds from 1 to 86400, not &quot;%1&quot;.</source>
        <translation>--watch 需為 1 至 86400 秒，而非「%1」。</translation>
    </message>
    <message>
        <source>--attainment needs a month as 2026-07, not &quot;%1&quot;.</source>
        <translation>--attainment 需為月份，如 2026-07，而非「%1」。</translation>
    </message>
    <message>
        <source>Asks every feed of a pack and prints how each is doing: state, age, what its publisher promised and what was seen, and what is wrong with it. Exit status: 0 every feed is fresh, 1 one is not, 2 wrong usage.</source>
        <translation>索取城市包的每個資料源並印出各自的狀況：狀態、距今時間、發布單位的承諾與實際所見、以及有何不對。結束狀態：0 全部新鮮，1 有不新鮮者，2 用法不對。</translation>
    </message>
    <message>
        <source>Draws layers of GIS files into a PNG file, the first layer at the bottom.
Reads GeoPackage, Shapefile, GeoJSON, TopoJSON, KML, KMZ, FlatGeobuf, CSV with coordinates, GPX, GeoTIFF and MBTiles, and raster and tile layers of a pack (layers/ID.yaml).</source>
        <translation>將 GIS 檔的圖層繪製成 PNG 檔，第一個圖層在最下方。
可讀取 GeoPackage、Shapefile、GeoJSON、TopoJSON、KML、KMZ、FlatGeobuf、含坐標的 CSV、GPX、GeoTIFF 與 MBTiles，以及城市包的網格與圖磚圖層（layers/ID.yaml）。</translation>
    </message>
    <message>
        <source>Print the YAML of a feed that would read a payload</source>
        <translation>印出能讀取這份資料的來源設定（YAML）</translation>
    </message>
    <message>
        <source>Usage: cityops propose [--format FORMAT] [--zone ZONE] PAYLOAD

Prints the YAML of a feed that would read PAYLOAD (a file, or - for standard input): its format, where the
records are, which fields are id, name, position and time, and which numbers are quantities the program
knows. What it is judged by, and how sure each part is, goes to standard error. Look it over: it is a guess.

Exit status: 0 printed, 1 nothing reads the payload, 2 wrong usage.</source>
        <translation>用法：cityops propose [--format 格式] [--zone 時區] PAYLOAD

印出能讀取 PAYLOAD（檔案，或以 - 表示標準輸入）的來源設定（YAML）：格式、紀錄所在、
哪些欄位是代碼、名稱、位置和時間，以及哪些數字是程式認得的量。判斷的依據與各部分的
把握程度印在標準錯誤輸出。請檢查一遍：這只是推測。

結束狀態：0 已印出，1 無法讀取資料，2 用法錯誤。</translation>
    </message>
    <message>
        <source>a number nobody knows: %1</source>
        <translation>無人認得的數字：%1</translation>
    </message>
    <message>
        <source>%1: no format the program knows</source>
        <translation>%1：不是程式認得的格式</translation>
    </message>
    <message>
        <source>Usage: cityops decode [--format FORMAT] [--with FILE] PAYLOAD
       cityops decode --pack DIR --feed ID PAYLOAD
       cityops decode --spec FEED.yaml [--zone ZONE] [--join NAME=FILE] PAYLOAD

Prints the facts in a payload as they enter the pipeline, one JSON object a line: places, observations, alerts,
events, vehicles, problems, and last a summary. PAYLOAD is a file, or - for standard input; gzip is unpacked.
Formats that need no mapping: %1;
--format list prints them. Without --format the one that is recognised for sure is taken, and named on standard
error. --with reads another document of the same feed first, and for gtfs-rt the GTFS schedule
it speaks of. With --spec the mapping stands on its own; times without an offset are then in its own zone, in
--zone, or in that of the pack the file belongs to. --join gives the document that the feed joins under NAME.

Exit status: 0 the payload was read (it may be empty), 1 it was refused, 2 wrong usage.</source>
        <translation>用法：cityops decode [--format 格式] [--with 檔案] 資料檔
      cityops decode --pack 資料夾 --feed 代號 資料檔
      cityops decode --spec 資料源.yaml [--zone 時區] [--join 名稱=檔案] 資料檔

印出資料內容進入處理流程時的事實，每行一個 JSON 物件：地點、觀測、警報、事件、車輛、問題，最後是摘要。
資料檔可為檔案，或以 - 代表標準輸入；gzip 會自動解開。
不需要對應的格式：%1；
--format list 會列出。未指定 --format 時採用有把握辨識的格式，並於標準錯誤輸出指明。--with 先讀取同一資料源的另一份文件，gtfs-rt 則為其所指的 GTFS 班表。
使用 --spec 時對應獨立成立；沒有時差的時間採用其本身的時區、--zone 的時區，或該檔所屬城市包的時區。
--join 指定資料源以該名稱結合的文件。

結束狀態：0 已讀取資料內容（可為空），1 拒收，2 用法不對。</translation>
    </message>
    <message>
        <source>the format is not recognised for sure; name it with --format, or a mapping with --spec</source>
        <translation>無法有把握地辨識格式；請以 --format 指定格式，或以 --spec 指定對應</translation>
    </message>
    <message>
        <source>read as %1, %2 % sure</source>
        <translation>以 %1 讀取，把握 %2 %</translation>
    </message>
    <message>
        <source>%1 %2: asked by this program from now on</source>
        <translation>%1 %2：自此由本程式詢問</translation>
    </message>
    <message>
        <source>%1 %2: asked by another program; this one stands by</source>
        <translation>%1 %2：由另一個程式詢問；本程式待命</translation>
    </message>
    <message>
        <source>The shared store is there again.</source>
        <translation>共用資料庫已恢復連線。</translation>
    </message>
    <message>
        <source>Fetch the feeds of a pack into a history file or shared store</source>
        <translation>將城市包的資料來源抓取到歷史檔或共用資料庫</translation>
    </message>
    <message>
        <source>Make the shared store of an administration, or check it</source>
        <translation>建立或檢查機關的共用資料庫</translation>
    </message>
    <message>
        <source>Usage: cityops store init postgresql://OWNER@SERVER/DATABASE [--pack DIR]
       cityops store check postgresql://USER@SERVER/DATABASE

init makes the shared store of an administration in a database of PostgreSQL with PostGIS that is there, or brings an older one up
to date: tables, partitions, and the roles cityops_collector, cityops_operator, cityops_viewer and cityops_auditor. Days begin at
midnight of the pack&apos;s city, otherwise of UTC. check says whether a user can use it. A password is never part of the address:
see resources/help/store.txt.

Exit status: 0 done, 1 the server or the store refused, 2 wrong usage.</source>
        <translation>用法：cityops store init postgresql://OWNER@SERVER/DATABASE [--pack DIR]
      cityops store check postgresql://USER@SERVER/DATABASE

init 在既有的 PostgreSQL（含 PostGIS）資料庫中建立機關的共用資料庫，或將舊版更新：資料表、分割區，以及角色
cityops_collector、cityops_operator、cityops_viewer 與 cityops_auditor。每日自城市包所在城市的午夜開始，未指定則為 UTC。
check 說明使用者能否使用它。位址絕不含密碼：請見 resources/help/store.txt。

結束狀態：0 完成，1 伺服器或資料庫拒絕，2 用法錯誤。</translation>
    </message>
    <message>
        <source>The shared store is ready, version %1. GRANT its roles to the users.</source>
        <translation>共用資料庫已就緒，版本 %1。請以 GRANT 將角色授予使用者。</translation>
    </message>
    <message>
        <source>%1 can be used.</source>
        <translation>%1 可以使用。</translation>
    </message>
    <message>
        <source>“%1” is no address of a shared store; postgresql://user@server/database was expected.</source>
        <translation>「%1」不是共用資料庫的位址；應為 postgresql://user@server/database。</translation>
    </message>
    <message>
        <source>How often would this rule (or &quot;all&quot;) have fired? From --from to --to, on the history of --store.</source>
        <translation>這條規則（或 all）會觸發幾次？以 --store 的歷史資料，從 --from 到 --to。</translation>
    </message>
    <message>
        <source>Beginning of the trial, ISO 8601 with an offset.</source>
        <translation>試算起點，ISO 8601 並附時差。</translation>
    </message>
    <message>
        <source>End of the trial.</source>
        <translation>試算終點。</translation>
    </message>
    <message>
        <source>How far apart the moments looked at are (5 min).</source>
        <translation>逐一檢視的時間間隔（5 min）。</translation>
    </message>
    <message>
        <source>--try needs --from and --to, at most 400 days apart.</source>
        <translation>--try 需要 --from 與 --to，最長相距 400 天。</translation>
    </message>
    <message>
        <source>--step needs a time such as &quot;5 min&quot;.</source>
        <translation>--step 需要時間，例如「5 min」。</translation>
    </message>
    <message>
        <source>There is no alarm “%1”.</source>
        <translation>沒有告警「%1」。</translation>
    </message>
    <message>
        <source>Prints the alarms of a city at a moment, a JSON object each: of the audit trail of a history file, else of what the rules make of the history, of recorded payloads or of the demo city. With --try: how often a rule would have fired.</source>
        <translation>列出某一時刻的城市告警，每則一個 JSON 物件：取自歷史檔的稽核紀錄；沒有紀錄時，由規則對歷史資料、錄下的資料或示範城市判斷。加上 --try：某規則會觸發幾次。</translation>
    </message>
    <message>
        <source>--store FILE, --replay DIR or --demo is needed.</source>
        <translation>需要 --store FILE、--replay DIR 或 --demo。</translation>
    </message>
    <message>
        <source>%1: CHANGED. Line %2 does not fit to those before it; %3 entries before it are sound.</source>
        <translation>%1：遭更動。第 %2 行與前文不符；其前 %3 筆完好。</translation>
    </message>
    <message>
        <source>%1: CUT OFF. The link %2 is not in it, though its %3 entries fit together.</source>
        <translation>%1：遭截短。其中沒有鏈結 %2，雖然 %3 筆彼此相符。</translation>
    </message>
    <message>
        <source>The last line was not written to its end (%1 bytes).</source>
        <translation>最後一行未寫完（%1 位元組）。</translation>
    </message>
    <message>
        <source>%1: sound, %2 entries, last link %3</source>
        <translation>%1：完好，%2 筆，最後鏈結 %3</translation>
    </message>
    <message>
        <source>Prints the audit trail of the alarms, a JSON object a line, or checks that nobody changed it.
Exit status: 0 sound, 1 changed, cut off or not readable, 2 wrong usage.</source>
        <translation>列出告警的稽核紀錄，每行一個 JSON 物件；或檢查是否遭人更動。
結束狀態：0 完好，1 遭更動、截短或無法讀取，2 用法錯誤。</translation>
    </message>
    <message>
        <source>Follow the chain of all entries.</source>
        <translation>逐筆核對整條鏈結。</translation>
    </message>
    <message>
        <source>A link noted earlier: it must still be in the chain.</source>
        <translation>先前記下的鏈結：必須仍在其中。</translation>
    </message>
    <message>
        <source>Print the alarms of a city at a moment, or try a rule on its history</source>
        <translation>列出某一時刻的告警，或以歷史資料試算規則</translation>
    </message>
    <message>
        <source>Print the audit trail of the alarms, or check that nobody changed it</source>
        <translation>列出告警的稽核紀錄，或檢查是否遭更動</translation>
    </message>
    <message>
        <source>Steer a wall of monitors that is being shown</source>
        <translation>操控正在播放的電視牆</translation>
    </message>
    <message>
        <source>There is no playlist “%1”; known are: %2.</source>
        <translation>沒有播放清單「%1」；已知的有：%2。</translation>
    </message>
    <message>
        <source>No steering from a desk: %1</source>
        <translation>無法從席位操控：%1</translation>
    </message>
    <message>
        <source>Steers a wall that was started with --remote, on this machine: next, previous, pause, resume, show SCENE,
acknowledge, state; with the number of a screen in front only that one.</source>
        <translation>操控本機以 --remote 啟動的電視牆：next、previous、pause、resume、show 場景、
acknowledge、state；前面加上螢幕號碼時只操控該螢幕。</translation>
    </message>
    <message>
        <source>The id of the playlist that is shown.</source>
        <translation>播放中清單的代號。</translation>
    </message>
    <message>
        <source>What to do, such as: 2 next</source>
        <translation>要做的事，例如：2 next</translation>
    </message>
    <message>
        <source>wall needs a playlist and what to do; --help tells more.</source>
        <translation>wall 需要播放清單與要做的事；詳見 --help。</translation>
    </message>
    <message>
        <source>Show this playlist (an id of the pack, or a file) on the monitors.</source>
        <translation>在各螢幕播放這份清單（城市包中的代號，或檔案）。</translation>
    </message>
    <message>
        <source>Let the wall be steered from this machine (cityops wall).</source>
        <translation>允許從本機操控電視牆（cityops wall）。</translation>
    </message>
    <message>
        <source>Usage: cityops [--pack DIR] [--demo] [--record DIR] [--replay DIR] [--lang zh_TW|en]
       cityops --wall PLAYLIST [--pack DIR] [--demo] [--remote]
       cityops COMMAND ...

Without a command the window opens. Commands:</source>
        <translation>用法： cityops [--pack DIR] [--demo] [--record DIR] [--replay DIR] [--lang zh_TW|en]
       cityops --wall 播放清單 [--pack DIR] [--demo] [--remote]
       cityops COMMAND ...

未指定指令時開啟視窗。指令：</translation>
    </message>
    <message>
        <source>Write a report, or verify one</source>
        <translation>製作或查核報告</translation>
    </message>
    <message>
        <source>Write a systemd timer that makes a report</source>
        <translation>寫出定時製作報告的 systemd 計時器</translation>
    </message>
    <message>
        <source>Which report, by its id; --list names them.</source>
        <translation>哪一份報告（代號）；--list 可列出。</translation>
    </message>
    <message>
        <source>Of which area, by its code or name; otherwise of the whole pack.</source>
        <translation>哪一個區域（代碼或名稱）；未指定則為整個城市包。</translation>
    </message>
    <message>
        <source>One file for each area of this level, as in each district.</source>
        <translation>此層級的每個區域各一檔，例如每個行政區。</translation>
    </message>
    <message>
        <source>Where the time of the report begins, ISO 8601 with an offset.</source>
        <translation>報告期間的起點，ISO 8601 並附時差。</translation>
    </message>
    <message>
        <source>Where it ends; otherwise now, or where the demo city opens.</source>
        <translation>報告期間的終點；未指定則為現在，或模擬城市開啟之時。</translation>
    </message>
    <message>
        <source>Only what was known then.</source>
        <translation>僅採當時已知者。</translation>
    </message>
    <message>
        <source>Text by hand, for reports that have room for it.</source>
        <translation>人工文字，供有此欄位的報告使用。</translation>
    </message>
    <message>
        <source>The file to write: .pdf .html .xlsx .csv .gpkg .geojson .png .svg</source>
        <translation>輸出檔：.pdf .html .xlsx .csv .gpkg .geojson .png .svg</translation>
    </message>
    <message>
        <source>Makes a report&apos;s numbers anew and says whether they agree.</source>
        <translation>重新計算報告的數字，並指出是否相符。</translation>
    </message>
    <message>
        <source>Which report, by its id.</source>
        <translation>哪一份報告（代號）。</translation>
    </message>
    <message>
        <source>“06:30”, “Mon 06:30” or “monthly 06:30”, by the clocks of the city.</source>
        <translation>「06:30」、「Mon 06:30」或「monthly 06:30」，以當地時間計。</translation>
    </message>
    <message>
        <source>The file to write each time.</source>
        <translation>每次寫出的檔案。</translation>
    </message>
    <message>
        <source>Where the units go; otherwise where systemd looks for a user&apos;s own.</source>
        <translation>單元檔的資料夾；未指定則為 systemd 的使用者資料夾。</translation>
    </message>
    <message>
        <source>Lists the reports of the pack.</source>
        <translation>列出城市包中的報告。</translation>
    </message>
    <message>
        <source>Writes a report as PDF, web page, workbook, table or map layer, or verifies one.</source>
        <translation>將報告寫成 PDF、網頁、活頁簿、表格或圖層，或查核既有報告。</translation>
    </message>
    <message>
        <source>DEMO DATA</source>
        <translation>示範資料</translation>
    </message>
    <message>
        <source>--%1 needs a time like 2026-03-18T17:30:00+08:00, not “%2”.</source>
        <translation>--%1 需要 2026-03-18T17:30:00+08:00 這樣的時間，而非「%2」。</translation>
    </message>
    <message>
        <source>--from must lie before --to.</source>
        <translation>--from 必須早於 --to。</translation>
    </message>
    <message>
        <source>A report covers at most 400 days.</source>
        <translation>一份報告最多涵蓋 400 天。</translation>
    </message>
    <message>
        <source>There is no report “%1”; known are: %2.</source>
        <translation>沒有報告「%1」；現有：%2。</translation>
    </message>
    <message>
        <source>--out needs a file that ends in one of: %1.</source>
        <translation>--out 的副檔名必須是下列之一：%1。</translation>
    </message>
    <message>
        <source>There is no level “%1”; known are: %2.</source>
        <translation>沒有層級「%1」；現有：%2。</translation>
    </message>
    <message>
        <source>There is no area “%1”.</source>
        <translation>沒有區域「%1」。</translation>
    </message>
    <message>
        <source>There is no area of the level “%1” there.</source>
        <translation>該處沒有層級為「%1」的區域。</translation>
    </message>
    <message>
        <source>Number changed</source>
        <translation>數字不符</translation>
    </message>
    <message>
        <source>Text changed</source>
        <translation>文字不符</translation>
    </message>
    <message>
        <source>%1 at %2: the file says “%3”, the history “%4”.</source>
        <translation>%1，位置 %2：檔案寫「%3」，歷史紀錄為「%4」。</translation>
    </message>
    <message>
        <source>and %1 more.</source>
        <translation>另有 %1 處。</translation>
    </message>
    <message>
        <source>The report agrees with the history: %1 texts compared, %2 numbers behind them, code %3.</source>
        <translation>報告與歷史紀錄相符：比對 %1 段文字、%2 個數字，查核碼 %3。</translation>
    </message>
    <message>
        <source>The pack has no report “%1”.</source>
        <translation>城市包中沒有報告「%1」。</translation>
    </message>
    <message>
        <source>The report was made from pack %1; this is %2.</source>
        <translation>報告以城市包 %1 製作；目前為 %2。</translation>
    </message>
    <message>
        <source>The file&apos;s own record does not fit its numbers: it says %1, they make %2.</source>
        <translation>檔案自身的紀錄與其數字不符：紀錄為 %1，數字得出 %2。</translation>
    </message>
    <message>
        <source>The history makes other numbers now: code %1 instead of %2.</source>
        <translation>歷史紀錄現在得出不同的數字：查核碼為 %1 而非 %2。</translation>
    </message>
    <message>
        <source>Every number is made anew from the history: %1 of them, code %2.</source>
        <translation>所有數字皆由歷史紀錄重新算出：共 %1 個，查核碼 %2。</translation>
    </message>
    <message>
        <source>Writes a systemd timer that makes a report again and again.</source>
        <translation>寫出定時製作報告的 systemd 計時器。</translation>
    </message>
    <message>
        <source>--when needs a time like “06:30”, “Mon 06:30” or “monthly 06:30”, not “%1”.</source>
        <translation>--when 需要「06:30」、「Mon 06:30」或「monthly 06:30」這樣的時間，而非「%1」。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>無法建立資料夾 %1。</translation>
    </message>
    <message>
        <source>Start it with: systemctl --user daemon-reload &amp;&amp; systemctl --user enable --now %1.timer</source>
        <translation>啟用方式：systemctl --user daemon-reload &amp;&amp; systemctl --user enable --now %1.timer</translation>
    </message>
    <message>
        <source>Copies a history file as it is at this moment, while programs may be writing it, and checks the copy.</source>
        <translation>把歷史檔此刻的內容複製一份（寫入中亦可），並檢查副本。</translation>
    </message>
    <message>
        <source>The new file; it must not be there yet.</source>
        <translation>新檔案；不可已經存在。</translation>
    </message>
    <message>
        <source>%1 bytes in %2</source>
        <translation>%1 位元組，存於 %2</translation>
    </message>
    <message>
        <source>Takes series out of a CSV file into a history file, which is made if it is not there. The first line names the columns: place_kind, place, quantity, observed_at, value, and perhaps unit and learned_at. Exit status: 0 all rows were good, 1 some were refused or nothing could be done, 2 wrong usage.</source>
        <translation>把 CSV 檔中的時間序列匯入歷史檔（沒有時會建立）。第一列是欄名：place_kind、place、quantity、observed_at、value，可另有 unit 與 learned_at。結束狀態：0 全部正確，1 有列被拒絕或無法進行，2 用法錯誤。</translation>
    </message>
    <message>
        <source>Under which name the values stand (&quot;import&quot;).</source>
        <translation>這些數值的來源名稱（「import」）。</translation>
    </message>
    <message>
        <source>UTF-8, RFC 4180.</source>
        <translation>UTF-8，RFC 4180。</translation>
    </message>
    <message>
        <source>One CSV file is needed.</source>
        <translation>需要一個 CSV 檔。</translation>
    </message>
    <message>
        <source>%1 rows read, %2 were news, %3 refused</source>
        <translation>讀取 %1 列，新增 %2 列，拒絕 %3 列</translation>
    </message>
    <message>
        <source>Print values of a history file, or write them into a file</source>
        <translation>列出歷史檔中的數值，或寫入檔案</translation>
    </message>
    <message>
        <source>Take series out of a CSV file into a history file</source>
        <translation>把 CSV 檔中的時間序列匯入歷史檔</translation>
    </message>
    <message>
        <source>Copy a history file while it is in use</source>
        <translation>複製使用中的歷史檔</translation>
    </message>
    <message>
        <source>Prints values of a history file as CSV, or writes them into a file: .csv, .gpkg, .geojson, or .parquet where this GDAL can. Times are UTC. Exit status: 0 done, 1 failed or nothing of the kind is there, 2 wrong usage.</source>
        <translation>以 CSV 列出歷史檔中的數值，或寫入檔案：.csv、.gpkg、.geojson，GDAL 支援時也可用 .parquet。時間為 UTC。結束狀態：0 完成，1 失敗或沒有這類資料，2 用法錯誤。</translation>
    </message>
    <message>
        <source>Quantity, such as pm2.5. Left out: all.</source>
        <translation>量的名稱，例如 pm2.5。省略：全部。</translation>
    </message>
    <message>
        <source>KIND/ID of a place; may be given several times. Left out: all.</source>
        <translation>地點的 KIND/ID，可重複。省略：全部。</translation>
    </message>
    <message>
        <source>Only places within the area of this code or name; needs --pack.</source>
        <translation>僅限此代碼或名稱之區域內的地點；需要 --pack。</translation>
    </message>
    <message>
        <source>Folder of the city&apos;s pack, for --area and the time zone.</source>
        <translation>城市資料包資料夾，供 --area 與時區使用。</translation>
    </message>
    <message>
        <source>First moment, ISO 8601 with an offset.</source>
        <translation>起始時刻，ISO 8601，含時差。</translation>
    </message>
    <message>
        <source>Last moment; with --step the end, not included.</source>
        <translation>最後時刻；有 --step 時為不含在內的終點。</translation>
    </message>
    <message>
        <source>Sum up over so much time, at most a day (&quot;5 min&quot;, &quot;1 h&quot;, &quot;1 d&quot;).</source>
        <translation>依此時間長度彙總，最多一天（&quot;5 min&quot;、&quot;1 h&quot;、&quot;1 d&quot;）。</translation>
    </message>
    <message>
        <source>With --step only this: count, min, mean, max or last.</source>
        <translation>有 --step 時只要這一項：count、min、mean、max 或 last。</translation>
    </message>
    <message>
        <source>Only what had been learned by this moment.</source>
        <translation>僅限此時刻之前得知的資料。</translation>
    </message>
    <message>
        <source>File to write. Left out: CSV to standard output.</source>
        <translation>要寫入的檔案。省略：以 CSV 輸出到標準輸出。</translation>
    </message>
    <message>
        <source>--%1 needs a time with an offset, not “%2”.</source>
        <translation>--%1 需要含時差的時間，而非「%2」。</translation>
    </message>
    <message>
        <source>--to lies before --from.</source>
        <translation>--to 早於 --from。</translation>
    </message>
    <message>
        <source>--step needs a time from 1 s to 1 d, not “%1”.</source>
        <translation>--step 需要 1 s 到 1 d 的時間，而非「%1」。</translation>
    </message>
    <message>
        <source>--aggregate needs count, min, mean, max or last, not “%1”.</source>
        <translation>--aggregate 需要 count、min、mean、max 或 last，而非「%1」。</translation>
    </message>
    <message>
        <source>%1 rows in %2</source>
        <translation>%1 列，存於 %2</translation>
    </message>
    <message>
        <source>Also send the files to these e-mail addresses, by the server the pack names.</source>
        <translation>另將檔案寄至這些電子郵件地址，經由城市包所定的伺服器。</translation>
    </message>
    <message>
        <source>Also post them as JSON to this https address; {secret:NAME} in it is filled in.</source>
        <translation>另以 JSON 送至此 https 位址；其中的 {secret:NAME} 會代入。</translation>
    </message>
    <message>
        <source>Not everybody the e-mail is for was accepted by the server.</source>
        <translation>伺服器未接受所有收件人。</translation>
    </message>
    <message>
        <source>“%1” is no e-mail address.</source>
        <translation>「%1」不是電子郵件地址。</translation>
    </message>
    <message>
        <source>The pack names no server that takes e-mail; see “mail” in the help page pack.</source>
        <translation>城市包未指定郵件伺服器；見說明「城市包」頁的 mail。</translation>
    </message>
    <message>
        <source>--webhook needs an address that begins with https://, not “%1”.</source>
        <translation>--webhook 需要以 https:// 開頭的位址，而非「%1」。</translation>
    </message>
    <message>
        <source>--lang both is for files that end in one of: %1.</source>
        <translation>--lang both 僅適用於下列副檔名：%1。</translation>
    </message>
    <message>
        <source>Of a wall on another machine (see --listen); the token is the secret &quot;wall&quot;.</source>
        <translation>其他電腦上的電視牆（見 --listen）；權杖為密鑰「wall」。</translation>
    </message>
    <message>
        <source>Who may have signed its certificate (PEM); otherwise those the system trusts.</source>
        <translation>可簽署其憑證者（PEM）；否則為系統所信任者。</translation>
    </message>
    <message>
        <source>Let the wall be steered from other machines, by TLS and the token in the secret &quot;wall&quot;; off otherwise.</source>
        <translation>允許從其他電腦以 TLS 及密鑰「wall」中的權杖操控電視牆；否則關閉。</translation>
    </message>
    <message>
        <source>Of this machine, for --listen (PEM).</source>
        <translation>本機的憑證，供 --listen 使用（PEM）。</translation>
    </message>
    <message>
        <source>Of that certificate (PEM).</source>
        <translation>該憑證的金鑰（PEM）。</translation>
    </message>
    <message>
        <source>What the shared store could not be told waits in %1. It is written when this collector runs again.</source>
        <translation>共用資料庫還沒收到的留在 %1，這個蒐集程式再次執行時會寫入。</translation>
    </message>
    <message>
        <source>The history file it belongs to, the trail itself, or the URL of a shared store.</source>
        <translation>所屬的歷史檔、稽核紀錄檔本身，或共用資料庫的 URL。</translation>
    </message>
    <message>
        <source>Alarms: judged by this program from now on</source>
        <translation>告警：從現在起由本程式判定</translation>
    </message>
    <message>
        <source>Alarms: judged by another program; this one stands by</source>
        <translation>告警：由另一個程式判定；本程式待命</translation>
    </message>
</context>
<context>
    <name>Crumbs</name>
    <message numerus="yes">
        <source>%n selected ×</source>
        <translation>
            <numerusform>已選 %n 項 ×</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DrawingWords</name>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>點</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>線</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圓</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>繪圖</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>大小：%1</translation>
    </message>
    <message>
        <source>Drawn: %1</source>
        <translation>繪製：%1</translation>
    </message>
    <message>
        <source>By: %1</source>
        <translation>繪製者：%1</translation>
    </message>
</context>
<context>
    <name>MeasurementText</name>
    <message>
        <source>Radius: %1</source>
        <translation>半徑：%1</translation>
    </message>
    <message>
        <source>Around: %1</source>
        <translation>周長：%1</translation>
    </message>
    <message>
        <source>Last piece: %1, %2 from north</source>
        <translation>最後一段：%1，方位角 %2</translation>
    </message>
    <message>
        <source>Pieces: %1</source>
        <translation>段數：%1</translation>
    </message>
    <message>
        <source>Area (m²)</source>
        <translation>面積 (m²)</translation>
    </message>
    <message>
        <source>Radius (m)</source>
        <translation>半徑 (m)</translation>
    </message>
    <message>
        <source>Around (m)</source>
        <translation>周長 (m)</translation>
    </message>
    <message>
        <source>Length (m)</source>
        <translation>長度 (m)</translation>
    </message>
    <message>
        <source>Piece %1 (m)</source>
        <translation>第 %1 段 (m)</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>cannot be read: %1</source>
        <translation>無法讀取：%1</translation>
    </message>
    <message>
        <source>The style file cannot be opened</source>
        <translation>無法開啟樣式檔</translation>
    </message>
    <message>
        <source>The style file has no ground or no hues</source>
        <translation>樣式檔缺少底色或色相</translation>
    </message>
    <message>
        <source>Extreme</source>
        <translation>極嚴重</translation>
    </message>
    <message>
        <source>Severe</source>
        <translation>嚴重</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>中度</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>輕微</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>已發生</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>有可能</translation>
    </message>
    <message>
        <source>Unlikely</source>
        <translation>不太可能</translation>
    </message>
    <message>
        <source>Immediate</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>預期</translation>
    </message>
    <message>
        <source>Future</source>
        <translation>未來</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>已過去</translation>
    </message>
    <message>
        <source>EXERCISE: %1</source>
        <translation>演習：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1及另外 %2 處</translation>
    </message>
    <message>
        <source>Sent: %1 (%2)</source>
        <translation>發送：%1（%2）</translation>
    </message>
    <message>
        <source>%1 of %2 places</source>
        <translation>%1／%2 個地點</translation>
    </message>
    <message>
        <source>Nothing is going on here.</source>
        <translation>此處目前無事件。</translation>
    </message>
    <message>
        <source>No history of this yet. It is kept while the program runs.</source>
        <translation>尚無此項歷史資料。程式執行期間會持續保存。</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>過時</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>無資料</translation>
    </message>
    <message>
        <source>Last known, not current. %1</source>
        <translation>最後已知值，非目前狀況。%1</translation>
    </message>
    <message>
        <source>Counted: places with %1</source>
        <translation>計入：%1 的地點</translation>
    </message>
    <message>
        <source>Counted: residents of the %1 of %2 areas whose mean has %3; %4 have no value</source>
        <translation>計入：平均值符合 %3 的 %1 個%2之居民；%4 個無數值</translation>
    </message>
    <message>
        <source>Counted: residents of the %1 of %2 areas whose worst place has %3; %4 have no value</source>
        <translation>計入：最差地點符合 %3 的 %1 個%2之居民；%4 個無數值</translation>
    </message>
    <message>
        <source>The pack has no numbers of residents.</source>
        <translation>城市包沒有居民人數。</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>尚未查詢</translation>
    </message>
    <message>
        <source>%1; last answer at %2</source>
        <translation>%1；上次回應 %2</translation>
    </message>
    <message>
        <source>%1; never answered</source>
        <translation>%1；從未回應</translation>
    </message>
    <message>
        <source>%1 records, %2 refused</source>
        <translation>%1 筆紀錄，拒收 %2 筆</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 筆紀錄</translation>
    </message>
    <message>
        <source>No feed of this pack tells this. Add one to its feeds folder.</source>
        <translation>此城市包無此項資料源。請在 feeds 資料夾加入資料源。</translation>
    </message>
    <message>
        <source>%1: %2. It is asked again by itself.</source>
        <translation>%1：%2。將自動重新查詢。</translation>
    </message>
    <message>
        <source>Waiting for the first answer of %1.</source>
        <translation>等待 %1 首次回應。</translation>
    </message>
    <message>
        <source>%1 answers, but its newest value is of %2. Ask its publisher.</source>
        <translation>%1 有回應，但最新數值的時間為 %2。請洽發布單位。</translation>
    </message>
    <message>
        <source>%1 has no value here. Choose a larger area.</source>
        <translation>%1 在此處無數值。請選擇較大區域。</translation>
    </message>
    <message>
        <source>%1 answers, but without a value.</source>
        <translation>%1 有回應，但無數值。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分鐘</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小時</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>即時</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>自行加入</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>no change in 1 h</source>
        <translation>1 小時無變化</translation>
    </message>
    <message>
        <source>▲ %1 in 1 h</source>
        <translation>1 小時 ▲ %1</translation>
    </message>
    <message>
        <source>▼ %1 in 1 h</source>
        <translation>1 小時 ▼ %1</translation>
    </message>
    <message>
        <source>No feed knows this place now. Go one step out to see the others.</source>
        <translation>目前沒有資料源提供此地點。請返回上一層查看其他地點。</translation>
    </message>
    <message>
        <source>Feed: %1</source>
        <translation>資料源：%1</translation>
    </message>
    <message>
        <source>Publisher: %1</source>
        <translation>發布單位：%1</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>授權：%1</translation>
    </message>
    <message>
        <source>Last attempt failed: %1</source>
        <translation>上次嘗試失敗：%1</translation>
    </message>
    <message>
        <source>Observed: %1</source>
        <translation>觀測：%1</translation>
    </message>
    <message>
        <source>Observed: %1 to %2</source>
        <translation>觀測：%1 至 %2</translation>
    </message>
    <message>
        <source>Received: %1</source>
        <translation>接收：%1</translation>
    </message>
    <message>
        <source>Scale: %1 (%2, version %3; %4)</source>
        <translation>分級：%1（%2，版本 %3；%4）</translation>
    </message>
    <message>
        <source>%1 of %2 stale</source>
        <translation>%1／%2 過時</translation>
    </message>
    <message>
        <source>%1 of %2 dead</source>
        <translation>%1／%2 中斷</translation>
    </message>
    <message>
        <source>%1 of %2 dated in the future</source>
        <translation>%1／%2 時間在未來</translation>
    </message>
    <message>
        <source>%1 of %2 without data</source>
        <translation>%1／%2 無資料</translation>
    </message>
    <message>
        <source>Inputs: %1 of %2 places</source>
        <translation>採用：%1／%2 個地點</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>未計入：%1</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 alert: %2, %3</source>
        <translation>%1示警：%2，%3</translation>
    </message>
    <message>
        <source>Waiting for the first data</source>
        <translation>等候第一筆資料</translation>
    </message>
    <message>
        <source>%1 of %2 feeds are current</source>
        <translation>%2 個資料源中 %1 個為最新</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Nothing unusual in the feeds that answer; %1</source>
        <translation>有回應的資料源均無異常；%1</translation>
    </message>
    <message>
        <source>%1; and %2 more</source>
        <translation>%1；另有 %2 項</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>區域</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>距今</translation>
    </message>
    <message>
        <source>Residents</source>
        <translation>居民數</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>嚴重程度</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>緊急程度</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>確定程度</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>發送單位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>發布單位</translation>
    </message>
    <message>
        <source>Alerts in force</source>
        <translation>生效中的示警</translation>
    </message>
    <message>
        <source>No alert is in force here.</source>
        <translation>此處沒有生效中的示警。</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>資料源</translation>
    </message>
    <message>
        <source>The pack has no feeds.</source>
        <translation>此城市包沒有資料源。</translation>
    </message>
    <message>
        <source>Nothing is in this level. Take the filter off to see all.</source>
        <translation>此等級沒有項目。取消篩選即可看到全部。</translation>
    </message>
    <message>
        <source>The pack has no areas here.</source>
        <translation>此城市包在這裡沒有區域。</translation>
    </message>
    <message>
        <source>the demo city has no such feed</source>
        <translation>示範城市沒有此資料源</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>the layer has no field &quot;%1&quot;; it has: %2</source>
        <translation>圖層沒有欄位「%1」；現有欄位：%2</translation>
    </message>
    <message>
        <source>in the layer: %1</source>
        <translation>圖層內：%1</translation>
    </message>
    <message>
        <source>the outermost level has no parent</source>
        <translation>最外層沒有上層</translation>
    </message>
    <message>
        <source>either {field: NAME} or {prefix: LETTERS} was expected</source>
        <translation>應為 {field: NAME} 或 {prefix: LETTERS}</translation>
    </message>
    <message>
        <source>either {field: NAME} or {after-parent: &quot;-&quot;, last: LETTERS} was expected</source>
        <translation>應為 {field: NAME} 或 {after-parent: &quot;-&quot;, last: LETTERS}</translation>
    </message>
    <message>
        <source>cannot be read, or is larger than 16 MiB</source>
        <translation>無法讀取，或大於 16 MiB</translation>
    </message>
    <message>
        <source>the head line &quot;code,people&quot; was expected</source>
        <translation>應有標題列「code,people」</translation>
    </message>
    <message>
        <source>a code, a comma and a number of people were expected</source>
        <translation>應為代碼、逗號與人數</translation>
    </message>
    <message>
        <source>the code &quot;%1&quot; is empty or stands in the layer twice</source>
        <translation>代碼「%1」為空，或在圖層中重複</translation>
    </message>
    <message>
        <source>the area %1 lies in %2, which the level above does not have</source>
        <translation>區域 %1 位於 %2，但上一層沒有該區</translation>
    </message>
    <message>
        <source>%1 areas of this level have mistakes in all</source>
        <translation>此層級共有 %1 個區域有誤</translation>
    </message>
    <message>
        <source>the area %1 has no name</source>
        <translation>區域 %1 沒有名稱</translation>
    </message>
    <message>
        <source>a list of administrative levels was expected, outermost first</source>
        <translation>應為行政層級清單，由最外層開始</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands here twice</source>
        <translation>「%1」在此重複</translation>
    </message>
    <message>
        <source>two numbers were expected, the smaller one first: [0, 500]</source>
        <translation>應為兩個數字，小的在前：[0, 500]</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no UCUM unit the program can convert</source>
        <translation>「%1」不是程式可換算的 UCUM 單位</translation>
    </message>
    <message>
        <source>the scale &quot;%1&quot; is in %2, which %3 cannot be converted to</source>
        <translation>分級「%1」的單位是 %2，%3 無法換算成該單位</translation>
    </message>
    <message>
        <source>a list was expected, each entry beginning with &quot;-&quot;</source>
        <translation>應為清單，每個項目以「-」開頭</translation>
    </message>
    <message>
        <source>%1 is in %2, which %3 cannot be converted to</source>
        <translation>%1 的單位是 %2，%3 無法換算成該單位</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no column of %2; expected %3, or a quantity of places, areas and events</source>
        <translation>「%1」不是 %2 的欄；應為 %3，或地點、區域、事件的測項</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of the columns; expected one of: %2</source>
        <translation>「%1」不是可用的欄；應為下列之一：%2</translation>
    </message>
    <message>
        <source>the file of &quot;%1&quot; must be called %2</source>
        <translation>「%1」的檔案名稱必須是 %2</translation>
    </message>
    <message>
        <source>is empty; something like &quot;worst aqi&quot; was expected</source>
        <translation>為空；應類似「worst aqi」</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not expected here</source>
        <translation>此處不應有「%1」</translation>
    </message>
    <message>
        <source>begins with &quot;%1&quot;; expected one of: %2</source>
        <translation>以「%1」開頭；應為下列之一：%2</translation>
    </message>
    <message>
        <source>needs a condition: &quot;where&quot;, a quantity, a comparison and a number</source>
        <translation>需要條件：「where」、測項、比較符號與數字</translation>
    </message>
    <message>
        <source>alerts have no condition</source>
        <translation>示警不可設條件</translation>
    </message>
    <message>
        <source>the condition names no quantity</source>
        <translation>條件未指明測項</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no comparison; expected one of: %2</source>
        <translation>「%1」不是比較符號；應為下列之一：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands where a number was expected</source>
        <translation>此處應為數字，卻是「%1」</translation>
    </message>
    <message>
        <source>https was expected; http is for addresses of this machine only</source>
        <translation>應為 https；http 僅限本機位址</translation>
    </message>
    <message>
        <source>holds a user name or password; expected a {secret:NAME} in a header</source>
        <translation>含有使用者名稱或密碼；應改在標頭使用 {secret:NAME}</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; stands here in plain; expected %1={secret:NAME}</source>
        <translation>金鑰「%1」以明文寫在此處；應為 %1={secret:NAME}</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; stands here in plain; expected {secret:NAME}</source>
        <translation>金鑰「%1」以明文寫在此處；應為 {secret:NAME}</translation>
    </message>
    <message>
        <source>an address that begins with https:// or http:// was expected</source>
        <translation>應為以 https:// 或 http:// 開頭的位址</translation>
    </message>
    <message>
        <source>a size such as &quot;500 KB&quot; or &quot;64 MB&quot; was expected, at most 1024 MB</source>
        <translation>應為大小，例如「500 KB」或「64 MB」，最大 1024 MB</translation>
    </message>
    <message>
        <source>at least 1 s was expected</source>
        <translation>至少應為 1 s</translation>
    </message>
    <message>
        <source>a share such as &quot;95 %&quot; was expected</source>
        <translation>應為比例，例如「95 %」</translation>
    </message>
    <message>
        <source>there is no time zone &quot;%1&quot;; expected one like Asia/Taipei</source>
        <translation>沒有時區「%1」；應類似 Asia/Taipei</translation>
    </message>
    <message>
        <source>west, south, east and north in degrees were expected: [121.2, 24.6, 122.1, 25.4]</source>
        <translation>應為西、南、東、北的度數：[121.2, 24.6, 122.1, 25.4]</translation>
    </message>
    <message>
        <source>is missing here; values without the time they speak of cannot be trusted</source>
        <translation>此處缺漏；數值若無所屬時間即不可信</translation>
    </message>
    <message>
        <source>exactly one of field, join and constant was expected</source>
        <translation>field、join、constant 應恰有其一</translation>
    </message>
    <message>
        <source>the name of a field was expected</source>
        <translation>應為欄位名稱</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no coordinate system known to PROJ; expected one like EPSG:3826</source>
        <translation>「%1」不是 PROJ 認得的坐標系統；應類似 EPSG:3826</translation>
    </message>
    <message>
        <source>lon and lat go together</source>
        <translation>lon 與 lat 須同時提供</translation>
    </message>
    <message>
        <source>fields of at least two positions were expected: [lon, lat, lon, lat]</source>
        <translation>應為至少兩個位置的欄位：[lon, lat, lon, lat]</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no unit of speed; expected one like km/h or m/s</source>
        <translation>「%1」不是速度單位；應類似 km/h 或 m/s</translation>
    </message>
    <message>
        <source>either is or not was expected, with the texts of the field</source>
        <translation>應為 is 或 not 其一，並附欄位的文字</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no way to records; expected one like $[*] or $.data.park[*]</source>
        <translation>「%1」不是紀錄的路徑；應類似 $[*] 或 $.data.park[*]</translation>
    </message>
    <message>
        <source>one character or the word tab was expected</source>
        <translation>應為一個字元或 tab 一字</translation>
    </message>
    <message>
        <source>is missing here; expected place, event or vehicle</source>
        <translation>此處缺漏；應為 place、event 或 vehicle</translation>
    </message>
    <message>
        <source>needs a place that the values are of</source>
        <translation>須指明數值所屬的地點</translation>
    </message>
    <message>
        <source>%1 is measured in %2, which %3 cannot be converted to</source>
        <translation>%1 的量測單位是 %2，%3 無法換算成該單位</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no path within the pack; expected one like data/roads.gpkg:roads</source>
        <translation>「%1」不是城市包內的路徑；應類似 data/roads.gpkg:roads</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads out of the pack or is not plain; expected a path like data/roads.gpkg:roads</source>
        <translation>「%1」超出城市包或寫法不單純；應為類似 data/roads.gpkg:roads 的路徑</translation>
    </message>
    <message>
        <source>there is no file &quot;%1&quot; in the pack</source>
        <translation>城市包內沒有檔案「%1」</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a link that leads out of the pack</source>
        <translation>「%1」是指向城市包外的連結</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no file</source>
        <translation>「%1」不是檔案</translation>
    </message>
    <message>
        <source>four numbers were expected: [west, south, east, north] in degrees</source>
        <translation>應為四個數字：[west, south, east, north]，單位為度</translation>
    </message>
    <message>
        <source>is no place on Earth; expected [west, south, east, north] in degrees, west before east, south before north</source>
        <translation>不是地球上的範圍；應為 [west, south, east, north]，單位為度，先西後東，先南後北</translation>
    </message>
    <message>
        <source>is wider than %1 degrees, more than a city</source>
        <translation>寬度超過 %1 度，大於一座城市</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in degrees; expected one in metres, like EPSG:3826</source>
        <translation>「%1」以度為單位；應為以公尺為單位者，類似 EPSG:3826</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not reach the extent of the pack</source>
        <translation>「%1」未涵蓋城市包的範圍</translation>
    </message>
    <message>
        <source>two zoom levels from 0 to 24 were expected: [0, 19]</source>
        <translation>應為兩個 0 到 24 的縮放層級：[0, 19]</translation>
    </message>
    <message>
        <source>an https address with {z}, {x} and {y} was expected</source>
        <translation>應為含 {z}、{x} 與 {y} 的 https 位址</translation>
    </message>
    <message>
        <source>has no name for the kind &quot;%1&quot; that a feed uses</source>
        <translation>缺少資料源所用種類「%1」的名稱</translation>
    </message>
    <message>
        <source>a colour such as &quot;#ff7e00&quot; was expected</source>
        <translation>應為顏色，例如「#ff7e00」</translation>
    </message>
    <message>
        <source>begins above its own end</source>
        <translation>起點在終點之上</translation>
    </message>
    <message>
        <source>gap between the levels: nothing from %1 to %2</source>
        <translation>等級之間有缺口：%1 到 %2 之間無等級</translation>
    </message>
    <message>
        <source>the levels overlap from %1 to %2</source>
        <translation>等級在 %1 到 %2 之間重疊</translation>
    </message>
    <message>
        <source>a list of at least two levels was expected, mildest first</source>
        <translation>應為至少兩個等級的清單，最輕者在前</translation>
    </message>
    <message>
        <source>is out of order: mildest first, all upwards or all downwards</source>
        <translation>順序有誤：最輕者在前，須全部遞增或全部遞減</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no colour; expected &quot;#rrggbb&quot; or one of: %2</source>
        <translation>「%1」不是顏色；應為「#rrggbb」或下列之一：%2</translation>
    </message>
    <message>
        <source>there is no quantity &quot;%1&quot;; the nearest is &quot;%2&quot;</source>
        <translation>沒有測項「%1」；最接近的是「%2」</translation>
    </message>
    <message>
        <source>there is no scale &quot;%1&quot;; the nearest is &quot;%2&quot;</source>
        <translation>沒有分級「%1」；最接近的是「%2」</translation>
    </message>
    <message>
        <source>no feed has places of the kind &quot;%1&quot;; the nearest is &quot;%2&quot;</source>
        <translation>沒有資料源含種類「%1」的地點；最接近的是「%2」</translation>
    </message>
    <message>
        <source>no feed has events of the kind &quot;%1&quot;; the nearest is &quot;%2&quot;</source>
        <translation>沒有資料源含種類「%1」的事件；最接近的是「%2」</translation>
    </message>
    <message>
        <source>no feed has the kind &quot;%1&quot;; the nearest is &quot;%2&quot;</source>
        <translation>沒有資料源含種類「%1」；最接近的是「%2」</translation>
    </message>
    <message>
        <source>there is no administrative level &quot;%1&quot;; the nearest is &quot;%2&quot;</source>
        <translation>沒有行政層級「%1」；最接近的是「%2」</translation>
    </message>
    <message>
        <source>there is no GIS layer &quot;%1&quot;; the nearest is &quot;%2&quot;</source>
        <translation>沒有 GIS 圖層「%1」；最接近的是「%2」</translation>
    </message>
    <message>
        <source>there is no time zone &quot;%1&quot;; the nearest is &quot;%2&quot;</source>
        <translation>沒有時區「%1」；最接近的是「%2」</translation>
    </message>
    <message>
        <source>aliases are not used in packs: write the value out</source>
        <translation>城市包不使用別名：請直接寫出值</translation>
    </message>
    <message>
        <source>nested deeper than %1 levels</source>
        <translation>巢狀超過 %1 層</translation>
    </message>
    <message>
        <source>is larger than %1 MiB</source>
        <translation>大於 %1 MiB</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>為空</translation>
    </message>
    <message>
        <source>is not YAML: %1</source>
        <translation>不是 YAML：%1</translation>
    </message>
    <message>
        <source>a mapping of keys and values was expected</source>
        <translation>應為鍵與值的對應</translation>
    </message>
    <message>
        <source>this key stands here twice</source>
        <translation>此鍵在此重複</translation>
    </message>
    <message>
        <source>unknown key; expected one of: %1</source>
        <translation>不明的鍵；應為下列之一：%1</translation>
    </message>
    <message>
        <source>unknown key; did you mean &quot;%1&quot;? Expected one of: %2</source>
        <translation>不明的鍵；是否為「%1」？應為下列之一：%2</translation>
    </message>
    <message>
        <source>is missing here</source>
        <translation>此處缺漏</translation>
    </message>
    <message>
        <source>a text was expected</source>
        <translation>應為文字</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known; expected one of: %2</source>
        <translation>「%1」不明；應為下列之一：%2</translation>
    </message>
    <message>
        <source>a number from %1 to %2 was expected</source>
        <translation>應為 %1 到 %2 的數字</translation>
    </message>
    <message>
        <source>true or false was expected</source>
        <translation>應為 true 或 false</translation>
    </message>
    <message>
        <source>a duration such as &quot;90 s&quot;, &quot;5 min&quot;, &quot;2 h&quot; was expected</source>
        <translation>應為時間長度，例如「90 s」、「5 min」、「2 h」</translation>
    </message>
    <message>
        <source>a text or a list of texts was expected</source>
        <translation>應為文字或文字清單</translation>
    </message>
    <message>
        <source>expected a colour, #rrggbb</source>
        <translation>應為顏色 #rrggbb</translation>
    </message>
    <message>
        <source>expected a list of two or more colours</source>
        <translation>應為兩個以上顏色的清單</translation>
    </message>
    <message>
        <source>expected a number of pixels, 1 to 200</source>
        <translation>應為像素數，1 到 200</translation>
    </message>
    <message>
        <source>expected a shape: diamond, triangle or square</source>
        <translation>應為形狀：diamond、triangle 或 square</translation>
    </message>
    <message>
        <source>the file cannot be read: %1</source>
        <translation>無法讀取檔案：%1</translation>
    </message>
    <message>
        <source>this is not JSON: %1</source>
        <translation>這不是 JSON：%1</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>late</source>
        <translation>遲到</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>中斷</translation>
    </message>
    <message>
        <source>in the future</source>
        <translation>時間在未來</translation>
    </message>
    <message>
        <source>is gzip within gzip</source>
        <translation>是 gzip 內再包 gzip</translation>
    </message>
    <message>
        <source>the payload is empty</source>
        <translation>內容為空</translation>
    </message>
    <message>
        <source>the format &quot;%1&quot; is not known; expected one of: %2</source>
        <translation>格式「%1」不明；應為下列之一：%2</translation>
    </message>
    <message>
        <source>is XML but holds no CAP alert; its root is &lt;%1&gt;</source>
        <translation>是 XML 但不含 CAP 示警；根元素為 &lt;%1&gt;</translation>
    </message>
    <message>
        <source>this alert came before; the later one counts</source>
        <translation>此示警先前已出現；以後者為準</translation>
    </message>
    <message>
        <source>is missing, though the standard demands it</source>
        <translation>缺漏，但標準要求必填</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a word of the standard; expected one of: %2</source>
        <translation>「%1」不是標準用詞；應為下列之一：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a word of the standard</source>
        <translation>「%1」不是標準用詞</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date and time</source>
        <translation>「%1」不是日期時間</translation>
    </message>
    <message>
        <source>states no offset from UTC; it was read as local time</source>
        <translation>未註明與 UTC 的時差；已視為當地時間</translation>
    </message>
    <message>
        <source>is missing, without it this is no alert</source>
        <translation>缺漏，缺此即不成示警</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no pair of latitude and longitude</source>
        <translation>「%1」不是一組緯度與經度</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not on Earth; latitude comes first</source>
        <translation>「%1」不在地球上；緯度應在前</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has too few corners for a polygon</source>
        <translation>「%1」的頂點太少，不成多邊形</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no radius in kilometres</source>
        <translation>「%1」沒有以公里計的半徑</translation>
    </message>
    <message>
        <source>the entry has no link to its alert</source>
        <translation>此項目沒有示警的連結</translation>
    </message>
    <message>
        <source>without identifier, sender and sent this is no alert</source>
        <translation>缺 identifier、sender 與 sent，不成示警</translation>
    </message>
    <message>
        <source>is JSON but no index of alerts</source>
        <translation>是 JSON 但不是示警索引</translation>
    </message>
    <message>
        <source>a quoted text is not closed before the end; the row is left out</source>
        <translation>引號文字到結尾仍未關閉；此列略過</translation>
    </message>
    <message>
        <source>the row has %1 columns where %2 were expected; it is left out</source>
        <translation>此列有 %1 欄，應為 %2 欄；此列略過</translation>
    </message>
    <message>
        <source>is not a delimited table; it begins with &quot;%1&quot;</source>
        <translation>不是分隔符號表格；開頭為「%1」</translation>
    </message>
    <message>
        <source>is not a table with columns; it begins with &quot;%1&quot;</source>
        <translation>不是有欄的表格；開頭為「%1」</translation>
    </message>
    <message>
        <source>is not GBFS: an object with &quot;data&quot; was expected</source>
        <translation>不是 GBFS：應為含「data」的物件</translation>
    </message>
    <message>
        <source>is not a file of GBFS that is known</source>
        <translation>不是已知的 GBFS 檔案</translation>
    </message>
    <message>
        <source>the time %1 cannot be true</source>
        <translation>時間 %1 不可能屬實</translation>
    </message>
    <message>
        <source>is no date and time</source>
        <translation>不是日期時間</translation>
    </message>
    <message>
        <source>the record has no id</source>
        <translation>紀錄沒有 id</translation>
    </message>
    <message>
        <source>longitude %1, latitude %2 lies outside of the area of this feed</source>
        <translation>經度 %1、緯度 %2 位於此資料源的區域外</translation>
    </message>
    <message>
        <source>the station has no position</source>
        <translation>站點沒有位置</translation>
    </message>
    <message>
        <source>this id came before; the later record counts</source>
        <translation>此識別碼先前已出現，以後面的紀錄為準</translation>
    </message>
    <message>
        <source>is no count</source>
        <translation>不是計數</translation>
    </message>
    <message>
        <source>the vehicle has no position</source>
        <translation>車輛沒有位置</translation>
    </message>
    <message>
        <source>is not GeoJSON: a FeatureCollection was expected</source>
        <translation>不是 GeoJSON：應為 FeatureCollection</translation>
    </message>
    <message>
        <source>there are no records at this place of the payload; its top has: %1</source>
        <translation>資料內容的這個位置沒有紀錄；最上層有：%1</translation>
    </message>
    <message>
        <source>is nested too deep</source>
        <translation>巢狀層數過深</translation>
    </message>
    <message>
        <source>is not JSON; it begins with &quot;%1&quot;</source>
        <translation>不是 JSON；開頭為「%1」</translation>
    </message>
    <message>
        <source>is JSON that was cut off</source>
        <translation>是被截斷的 JSON</translation>
    </message>
    <message>
        <source>is not valid JSON: %1</source>
        <translation>不是有效的 JSON：%1</translation>
    </message>
    <message>
        <source>is JSON with control characters or NaN in it, which were left out</source>
        <translation>是含有控制字元或 NaN 的 JSON，這些內容已略去</translation>
    </message>
    <message>
        <source>is XML with a document type, which is not read</source>
        <translation>是含有文件類型宣告的 XML，不予讀取</translation>
    </message>
    <message>
        <source>is XML that was cut off</source>
        <translation>是被截斷的 XML</translation>
    </message>
    <message>
        <source>is not well-formed XML: line %1: %2</source>
        <translation>不是格式正確的 XML：第 %1 行：%2</translation>
    </message>
    <message>
        <source>is not XML; it begins with &quot;%1&quot;</source>
        <translation>不是 XML；開頭為「%1」</translation>
    </message>
    <message>
        <source>is XML with control characters in it, which were left out</source>
        <translation>是含有控制字元的 XML，這些字元已略去</translation>
    </message>
    <message>
        <source>no recording of %1 in %2</source>
        <translation>%2 中沒有 %1 的錄存資料</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>無法讀取 %1：%2</translation>
    </message>
    <message>
        <source>the answer is larger than the allowed %1 bytes</source>
        <translation>回應超過容許的 %1 位元組</translation>
    </message>
    <message>
        <source>the gzip body cannot be unpacked</source>
        <translation>gzip 內容無法解壓縮</translation>
    </message>
    <message>
        <source>the gzip body unpacks to more than the allowed %1 bytes</source>
        <translation>gzip 內容解壓縮後超過容許的 %1 位元組</translation>
    </message>
    <message>
        <source>the gzip body is cut off</source>
        <translation>gzip 內容被截斷</translation>
    </message>
    <message>
        <source>the gzip body is damaged</source>
        <translation>gzip 內容已損壞</translation>
    </message>
    <message>
        <source>%1 redirects to something that is not a web address</source>
        <translation>%1 轉址到非網址的位置</translation>
    </message>
    <message>
        <source>%1 redirects to another host, %2; put the new address into the pack</source>
        <translation>%1 轉址到另一部主機 %2；請將新網址寫入城市包</translation>
    </message>
    <message>
        <source>%1 redirects from https to http, which is not followed</source>
        <translation>%1 由 https 轉址到 http，不予跟隨</translation>
    </message>
    <message>
        <source>%1 refuses connections</source>
        <translation>%1 拒絕連線</translation>
    </message>
    <message>
        <source>%1 closed the connection before the answer was complete</source>
        <translation>%1 在回應完成前關閉連線</translation>
    </message>
    <message>
        <source>%1 is not found: no network, or the name is wrong</source>
        <translation>找不到 %1：沒有網路，或名稱有誤</translation>
    </message>
    <message>
        <source>%1 could not be reached in time</source>
        <translation>無法及時連上 %1</translation>
    </message>
    <message>
        <source>the certificate of %1 could not be verified</source>
        <translation>無法驗證 %1 的憑證</translation>
    </message>
    <message>
        <source>the network is down</source>
        <translation>網路中斷</translation>
    </message>
    <message>
        <source>the proxy on the way to %1 does not answer</source>
        <translation>通往 %1 的代理伺服器沒有回應</translation>
    </message>
    <message>
        <source>no answer from %1 (network error %2)</source>
        <translation>%1 沒有回應（網路錯誤 %2）</translation>
    </message>
    <message>
        <source>no complete answer within %1 s</source>
        <translation>%1 秒內沒有完整回應</translation>
    </message>
    <message>
        <source>the address of the feed is not an http or https address</source>
        <translation>資料源的網址不是 http 或 https 網址</translation>
    </message>
    <message>
        <source>%1 redirects in a circle</source>
        <translation>%1 循環轉址</translation>
    </message>
    <message>
        <source>the end lies before the beginning and is not used</source>
        <translation>結束早於開始，不予採用</translation>
    </message>
    <message>
        <source>is no geometry</source>
        <translation>不是幾何圖形</translation>
    </message>
    <message>
        <source>%1 is measured in %2, which %3 cannot become</source>
        <translation>%1 以 %2 計量，無法換算為 %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number</source>
        <translation>「%1」不是數字</translation>
    </message>
    <message>
        <source>%1 is outside of the range from %2 to %3</source>
        <translation>%1 超出 %2 到 %3 的範圍</translation>
    </message>
    <message>
        <source>%1 %2 is outside of what is physically possible, %3 to %4</source>
        <translation>%1 %2 超出物理上可能的範圍 %3 到 %4</translation>
    </message>
    <message>
        <source>this id came before in record #%1; the later record counts</source>
        <translation>此識別碼先前已出現於紀錄 #%1，以後面的紀錄為準</translation>
    </message>
    <message>
        <source>longitude %1 and latitude %2 look swapped; the position is not used</source>
        <translation>經度 %1 與緯度 %2 似乎對調；此位置不予採用</translation>
    </message>
    <message>
        <source>%1, %2 look like metres of a map projection; degrees or a crs were expected</source>
        <translation>%1, %2 看似地圖投影的公尺坐標；應為經緯度或附上 crs</translation>
    </message>
    <message>
        <source>longitude %1, latitude %2 is not on Earth</source>
        <translation>經度 %1、緯度 %2 不在地球上</translation>
    </message>
    <message>
        <source>%1, %2 is outside of the map projection</source>
        <translation>%1, %2 超出地圖投影範圍</translation>
    </message>
    <message>
        <source>is outside of the map projection</source>
        <translation>超出地圖投影範圍</translation>
    </message>
    <message>
        <source>the record states no time</source>
        <translation>紀錄未註明時間</translation>
    </message>
    <message>
        <source>the payload states no time</source>
        <translation>資料內容未註明時間</translation>
    </message>
    <message>
        <source>no record has this field, it was probably renamed; the fields are: %1</source>
        <translation>沒有紀錄含此欄位，可能已改名；現有欄位：%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time in the format of this feed</source>
        <translation>「%1」不符合此資料源的時間格式</translation>
    </message>
    <message>
        <source>the time %1 is too long ago to be true</source>
        <translation>時間 %1 過於久遠，不可能正確</translation>
    </message>
    <message>
        <source>the time %1 has not come yet</source>
        <translation>時間 %1 尚未到來</translation>
    </message>
    <message>
        <source>%1 bytes are not of the UTF-8 encoding and were read as Latin-1 or left out</source>
        <translation>%1 位元組不是 UTF-8 編碼，已當作 Latin-1 讀取或略去</translation>
    </message>
    <message>
        <source>a web page came instead of data: &quot;%1&quot;</source>
        <translation>收到的是網頁而非資料：「%1」</translation>
    </message>
    <message>
        <source>The text encoding is not stated and neither UTF-8 nor CP950 fits%1</source>
        <translation>未註明文字編碼，UTF-8 與 CP950 皆不符%1</translation>
    </message>
    <message>
        <source>The text encoding is not stated; read as %1, which fits</source>
        <translation>未註明文字編碼；以相符的 %1 讀取</translation>
    </message>
    <message>
        <source>The file holds no vector layer</source>
        <translation>檔案沒有向量圖層</translation>
    </message>
    <message>
        <source>There is no layer %1; there are: %2</source>
        <translation>沒有圖層 %1；現有：%2</translation>
    </message>
    <message>
        <source>The file promises %1 features and gives %2</source>
        <translation>檔案宣告 %1 個圖徵，實得 %2 個</translation>
    </message>
    <message>
        <source>%1 features were left out in all</source>
        <translation>共略去 %1 個圖徵</translation>
    </message>
    <message>
        <source>The coordinates are not on the Earth in %1; feature left out</source>
        <translation>坐標在 %1 中不在地球上；圖徵已略去</translation>
    </message>
    <message>
        <source>Reading ended early or incomplete: %1</source>
        <translation>讀取提前結束或不完整：%1</translation>
    </message>
    <message>
        <source>This is neither a GeoJSON geometry nor WKT: %1</source>
        <translation>這不是 GeoJSON 幾何圖形，也不是 WKT：%1</translation>
    </message>
    <message>
        <source>The coordinates are not on the Earth in %1</source>
        <translation>坐標在 %1 中不在地球上</translation>
    </message>
    <message>
        <source>%1 is not a file on this machine</source>
        <translation>%1 不是本機上的檔案</translation>
    </message>
    <message>
        <source>%1 cannot be read as a GIS file: %2</source>
        <translation>%1 無法以 GIS 檔案讀取：%2</translation>
    </message>
    <message>
        <source>%1 is no coordinate reference system; expected one such as EPSG:3826</source>
        <translation>%1 不是坐標參考系統；應如 EPSG:3826</translation>
    </message>
    <message>
        <source>There is no way from the coordinate reference system %1 to WGS 84</source>
        <translation>無法由坐標參考系統 %1 轉換到 WGS 84</translation>
    </message>
    <message>
        <source>No coordinate reference system is stated</source>
        <translation>未註明坐標參考系統</translation>
    </message>
    <message>
        <source>The raster cannot be placed on the map: %1</source>
        <translation>網格影像無法放上地圖：%1</translation>
    </message>
    <message>
        <source>The file holds no raster bands</source>
        <translation>檔案沒有網格波段</translation>
    </message>
    <message>
        <source>The picture asked for is too large</source>
        <translation>要求的圖片過大</translation>
    </message>
    <message>
        <source>The raster cannot be read: %1</source>
        <translation>網格影像無法讀取：%1</translation>
    </message>
    <message>
        <source>Parts of the raster cannot be read: %1</source>
        <translation>網格影像有部分無法讀取：%1</translation>
    </message>
    <message>
        <source>%1 is in use by another program (%2). Close that program and try again.</source>
        <translation>%1 正由其他程式使用（%2）。請關閉該程式後再試。</translation>
    </message>
    <message>
        <source>%1 may only be read (%2). Allow writing to it or choose another file.</source>
        <translation>%1 只能讀取（%2）。請開放寫入，或改選其他檔案。</translation>
    </message>
    <message>
        <source>The disk that holds %1 is full (%2). Make room there or choose another file.</source>
        <translation>%1 所在的磁碟已滿（%2）。請騰出空間，或改選其他檔案。</translation>
    </message>
    <message>
        <source>%1 could not be read or written (%2). Check that its disk is present and has room.</source>
        <translation>%1 無法讀取或寫入（%2）。請檢查磁碟是否存在且有空間。</translation>
    </message>
    <message>
        <source>%1 could not be opened or made (%2). Check the folder and its permissions.</source>
        <translation>%1 無法開啟或建立（%2）。請檢查資料夾及其權限。</translation>
    </message>
    <message>
        <source>%1 is damaged (%2). It is set aside when the program is started again.</source>
        <translation>%1 已損壞（%2）。程式下次啟動時會將它移至一旁。</translation>
    </message>
    <message>
        <source>%1 could not be used (%2).</source>
        <translation>%1 無法使用（%2）。</translation>
    </message>
    <message>
        <source>%1 is a folder, not a history file. Choose a file name.</source>
        <translation>%1 是資料夾，不是歷史檔。請選擇檔名。</translation>
    </message>
    <message>
        <source>The history file %1 cannot be made: the folder %2 does not exist. Make it or choose another file.</source>
        <translation>無法建立歷史檔 %1：資料夾 %2 不存在。請建立該資料夾，或改選其他檔案。</translation>
    </message>
    <message>
        <source>%1 is a database of another program. Choose another file for the history.</source>
        <translation>%1 是其他程式的資料庫。請為歷史資料改選其他檔案。</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of this program. Use that version or choose another file.</source>
        <translation>%1 由本程式的較新版本寫入。請使用該版本，或改選其他檔案。</translation>
    </message>
    <message>
        <source>none of the records could be used; the first: %1</source>
        <translation>沒有可用的紀錄；第一筆：%1</translation>
    </message>
    <message>
        <source>the answer was empty; the last one had %1 records</source>
        <translation>回應沒有內容；上一次有 %1 筆紀錄</translation>
    </message>
    <message>
        <source>not asked for: the publisher asks for a pause</source>
        <translation>未索取：發布單位要求暫停</translation>
    </message>
    <message>
        <source>not asked for: it is not an https address, as the feed&apos;s is</source>
        <translation>未索取：不是 https 網址，而資料源的網址是</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>已放棄</translation>
    </message>
    <message>
        <source>mqtts was expected; mqtt is for addresses of this machine only</source>
        <translation>應為 mqtts；mqtt 只能用於本機位址</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no regular expression: %2</source>
        <translation>「%1」不是正規表示式：%2</translation>
    </message>
    <message>
        <source>several places of records are for JSON and XML only</source>
        <translation>只有 JSON 與 XML 可以列出多個紀錄位置</translation>
    </message>
    <message>
        <source>like or except was expected: which columns are meant</source>
        <translation>應有 like 或 except：指的是哪些欄</translation>
    </message>
    <message>
        <source>either field or add was expected</source>
        <translation>應為 field 或 add 其中之一</translation>
    </message>
    <message>
        <source>is for mean: true only</source>
        <translation>只能與 mean: true 合用</translation>
    </message>
    <message>
        <source>either mean, sum or count was expected</source>
        <translation>應為 mean、sum 或 count 其中之一</translation>
    </message>
    <message>
        <source>mqtts://HOST or mqtts://HOST:PORT was expected; the topic has a key of its own</source>
        <translation>應為 mqtts://主機 或 mqtts://主機:埠；主題另有自己的鍵</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither in the pack nor in a folder that CITYOPS_WATCH names</source>
        <translation>「%1」不在城市包內，也不在 CITYOPS_WATCH 所列的資料夾內</translation>
    </message>
    <message>
        <source>exactly one of next, offset and number was expected</source>
        <translation>next、offset 與 number 應恰有一個</translation>
    </message>
    <message>
        <source>stands here in plain; expected {secret:NAME}</source>
        <translation>以明文寫在這裡；應為 {secret:NAME}</translation>
    </message>
    <message>
        <source>a name of letters, digits, - and _ was expected</source>
        <translation>應為英文字母、數字、- 與 _ 組成的名稱</translation>
    </message>
    <message>
        <source>either get or file was expected: where the joined document is</source>
        <translation>應有 get 或 file 其中之一：結合的文件在哪裡</translation>
    </message>
    <message>
        <source>no column of the table fits, they were probably renamed</source>
        <translation>表格中沒有符合的欄，可能已改名</translation>
    </message>
    <message>
        <source>is packed more than twice</source>
        <translation>壓縮了兩層以上</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>a number written as text</source>
        <translation>寫成文字的數字</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>真假值</translation>
    </message>
    <message>
        <source>a group of fields</source>
        <translation>一組欄位</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空值</translation>
    </message>
    <message>
        <source>%1 facts came where about %2 are usual</source>
        <translation>收到 %1 筆，平常約 %2 筆</translation>
    </message>
    <message>
        <source>the publisher&apos;s clock is %1 minutes ahead</source>
        <translation>發布者的時鐘快了 %1 分鐘</translation>
    </message>
    <message>
        <source>the file of signers (ca) holds no certificate</source>
        <translation>簽發者檔案（ca）裡沒有憑證</translation>
    </message>
    <message>
        <source>the record has no key to be joined by</source>
        <translation>這筆紀錄沒有可供結合的鍵值</translation>
    </message>
    <message>
        <source>no record of the joined document has its key</source>
        <translation>結合的文件中沒有一筆紀錄有鍵值</translation>
    </message>
    <message>
        <source>this document is not there (yet): what it would tell of the records is missing</source>
        <translation>這份文件（還）沒有：它對紀錄的說明從缺</translation>
    </message>
    <message>
        <source>%1 records have no partner in it, &quot;%2&quot; for one</source>
        <translation>有 %1 筆紀錄在其中找不到對應，例如「%2」</translation>
    </message>
    <message>
        <source>%1 refuses the connection: %2</source>
        <translation>%1 拒絕連線：%2</translation>
    </message>
    <message>
        <source>the connection to %1 is lost</source>
        <translation>與 %1 的連線中斷</translation>
    </message>
    <message>
        <source>no message from %1 within %2 s</source>
        <translation>%2 秒內沒有收到 %1 的訊息</translation>
    </message>
    <message>
        <source>there are more than the allowed %1 pages; the rest is missing</source>
        <translation>超過允許的 %1 頁，其餘從缺</translation>
    </message>
    <message>
        <source>the next page is the same as this one</source>
        <translation>下一頁與這一頁相同</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>無法建立資料夾</translation>
    </message>
    <message>
        <source>cannot be written: %1</source>
        <translation>無法寫入：%1</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>the recording of %1 begins later</source>
        <translation>%1 的錄存從更晚開始</translation>
    </message>
    <message>
        <source>the keyring cannot be used (%1); put the secret into the environment as %2 instead</source>
        <translation>無法使用鑰匙圈（%1）；請改以環境變數 %2 設定</translation>
    </message>
    <message>
        <source>%1 gives no token: HTTP %2 %3</source>
        <translation>%1 不給權杖：HTTP %2 %3</translation>
    </message>
    <message>
        <source>there is no file like %1</source>
        <translation>沒有符合 %1 的檔案</translation>
    </message>
    <message>
        <source>%1 is a link that leads out of the folder</source>
        <translation>%1 是通往資料夾外的連結</translation>
    </message>
    <message>
        <source>the zip archive is damaged or cut off</source>
        <translation>zip 檔損壞或不完整</translation>
    </message>
    <message>
        <source>%1 in the zip archive is encrypted</source>
        <translation>zip 檔中的 %1 已加密</translation>
    </message>
    <message>
        <source>%1 in the zip archive is packed in an unknown way</source>
        <translation>zip 檔中的 %1 以未知的方式壓縮</translation>
    </message>
    <message>
        <source>the zip archive has no file &quot;%1&quot;; it has: %2</source>
        <translation>zip 檔中沒有「%1」；有：%2</translation>
    </message>
    <message>
        <source>several files of the zip archive may be meant: %1; name one with member</source>
        <translation>zip 檔中有幾個檔案都可能是：%1；請用 member 指定一個</translation>
    </message>
    <message>
        <source>the vehicle stands in station %1, whose position is not known</source>
        <translation>車輛停在站點 %1，但該站的位置不明</translation>
    </message>
    <message>
        <source>the service answers with an error: %1</source>
        <translation>服務回應錯誤：%1</translation>
    </message>
    <message>
        <source>is XML but no DATEX II publication; its root is &lt;%1&gt;</source>
        <translation>是 XML，但不是 DATEX II 出版內容；根元素是 &lt;%1&gt;</translation>
    </message>
    <message>
        <source>a publication of the type &quot;%1&quot; is not read</source>
        <translation>不讀取「%1」類型的出版內容</translation>
    </message>
    <message>
        <source>is no position of a line</source>
        <translation>不是線上的位置</translation>
    </message>
    <message>
        <source>is an exercise or a test, and no fact</source>
        <translation>是演習或測試，不是事實</translation>
    </message>
    <message>
        <source>has a position that is not on Earth, and is not used</source>
        <translation>有不在地球上的位置，因此不採用</translation>
    </message>
    <message>
        <source>another value of the same time came before; the later counts</source>
        <translation>同一時間先前已有另一個值；以後者為準</translation>
    </message>
    <message>
        <source>%1 records lie outside of the area of this feed and were left out</source>
        <translation>%1 筆紀錄在此來源的範圍之外，已略過</translation>
    </message>
    <message>
        <source>is no list of events of GDACS</source>
        <translation>不是 GDACS 的事件清單</translation>
    </message>
    <message>
        <source>is no GTFS-Realtime message; it begins with &quot;%1&quot;</source>
        <translation>不是 GTFS-Realtime 訊息；開頭是「%1」</translation>
    </message>
    <message>
        <source>is cut off within quotes</source>
        <translation>在引號中被截斷</translation>
    </message>
    <message>
        <source>this id came before; the earlier record counts</source>
        <translation>此代號先前已出現；以先前的紀錄為準</translation>
    </message>
    <message>
        <source>is no time zone</source>
        <translation>不是時區</translation>
    </message>
    <message>
        <source>is no route of routes.txt</source>
        <translation>不是 routes.txt 中的路線</translation>
    </message>
    <message>
        <source>is no trip of trips.txt</source>
        <translation>不是 trips.txt 中的班次</translation>
    </message>
    <message>
        <source>is no zip archive; it begins with &quot;%1&quot;</source>
        <translation>不是 zip 壓縮檔；開頭是「%1」</translation>
    </message>
    <message>
        <source>the message does not say when it was made; its reception counts</source>
        <translation>訊息沒有說明製作時間；以收到的時間為準</translation>
    </message>
    <message>
        <source>is no time in seconds since 1970</source>
        <translation>不是自 1970 年起算的秒數</translation>
    </message>
    <message>
        <source>is XML but no report of JMA; its root is &lt;%1&gt;</source>
        <translation>是 XML，但不是日本氣象廳報文；根元素是 &lt;%1&gt;</translation>
    </message>
    <message>
        <source>is XML but no collection of features; its root is &lt;%1&gt;</source>
        <translation>是 XML，但不是圖徵集合；根元素是 &lt;%1&gt;</translation>
    </message>
    <message>
        <source>is not Open311: a list of service requests or services was expected</source>
        <translation>不是 Open311：應為陳情案件或服務的清單</translation>
    </message>
    <message>
        <source>is not Open511: a list of &quot;events&quot; was expected</source>
        <translation>不是 Open511：應有「events」清單</translation>
    </message>
    <message>
        <source>is not OpenAQ: &quot;results&quot; were expected</source>
        <translation>不是 OpenAQ：應有「results」</translation>
    </message>
    <message>
        <source>is no list of earthquakes; it begins with &quot;%1&quot;</source>
        <translation>不是地震清單；開頭是「%1」</translation>
    </message>
    <message>
        <source>is XML but no QuakeML; its root is &lt;%1&gt;</source>
        <translation>是 XML，但不是 QuakeML；根元素是 &lt;%1&gt;</translation>
    </message>
    <message>
        <source>is not SensorThings: &quot;value&quot; with entities, or one entity, was expected</source>
        <translation>不是 SensorThings：應為含實體的「value」，或單一實體</translation>
    </message>
    <message>
        <source>names no result, without it there is no value</source>
        <translation>沒有列出 result，因此沒有值</translation>
    </message>
    <message>
        <source>has fewer values than columns</source>
        <translation>值比欄位少</translation>
    </message>
    <message>
        <source>is no feed of Waze: &quot;incidents&quot;, &quot;alerts&quot;, &quot;jams&quot; or &quot;routes&quot; were expected</source>
        <translation>不是 Waze 的資料：應有「incidents」、「alerts」、「jams」或「routes」</translation>
    </message>
    <message>
        <source>is not WZDx: a FeatureCollection with &quot;feed_info&quot; was expected</source>
        <translation>不是 WZDx：應為含「feed_info」的 FeatureCollection</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no colour; expected one like &quot;#3366cc&quot; or, with its opacity first, &quot;#803366cc&quot;</source>
        <translation>「%1」不是顏色；應如「#3366cc」，或在前面加上不透明度，如「#803366cc」</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number</source>
        <translation>「%1」不是數字</translation>
    </message>
    <message>
        <source>the numbers must ascend</source>
        <translation>數字必須由小到大</translation>
    </message>
    <message>
        <source>%1 breaks make %2 classes; there are %3 colours</source>
        <translation>%1 個分界成為 %2 級，但有 %3 種顏色</translation>
    </message>
    <message>
        <source>%1 features have a geometry that cannot be understood; left out</source>
        <translation>%1 個圖徵的幾何無法理解，已略過</translation>
    </message>
    <message>
        <source>%1 features have coordinates that are not on the Earth; left out</source>
        <translation>%1 個圖徵的坐標不在地球上，已略過</translation>
    </message>
    <message>
        <source>%1 features reach beyond 85 degrees of latitude, where this map ends; they are cut there</source>
        <translation>%1 個圖徵超出緯度 85 度，地圖止於該處，已在該處截斷</translation>
    </message>
    <message>
        <source>The layer has no field of this name</source>
        <translation>圖層沒有這個名稱的欄位</translation>
    </message>
    <message>
        <source>Reading was ended before it was done</source>
        <translation>讀取在完成前已中止</translation>
    </message>
    <message>
        <source>a day such as &quot;2025-01-01&quot; was expected</source>
        <translation>應為日期，例如「2025-01-01」</translation>
    </message>
    <message>
        <source>a list was expected</source>
        <translation>應為清單</translation>
    </message>
    <message>
        <source>each target must be below the one before</source>
        <translation>各階段目標須低於前一項</translation>
    </message>
    <message>
        <source>must be below the targets</source>
        <translation>須低於各階段目標</translation>
    </message>
    <message>
        <source>gap between %1 and %2</source>
        <translation>%1 與 %2 之間有缺口</translation>
    </message>
    <message>
        <source>overlap: one ends with %1, the next begins with %2</source>
        <translation>重疊：前一級止於 %1，下一級始於 %2</translation>
    </message>
    <message>
        <source>a list of %1 was expected</source>
        <translation>應為 %1 項的清單</translation>
    </message>
    <message>
        <source>gap: nothing before it, but there is an earlier one</source>
        <translation>缺口：前一項空缺，但更早已有數值</translation>
    </message>
    <message>
        <source>there is not one band</source>
        <translation>沒有任何級距</translation>
    </message>
    <message>
        <source>from, above, below, up-to or one-over-below was expected</source>
        <translation>應有 from、above、below、up-to 或 one-over-below</translation>
    </message>
    <message>
        <source>a number was expected</source>
        <translation>應為數字</translation>
    </message>
    <message>
        <source>overlap: the bound before it is %1</source>
        <translation>重疊：前一界限為 %1</translation>
    </message>
    <message>
        <source>a list of pairs was expected: [[0, 50], [51, 100]]</source>
        <translation>應為數對清單：[[0, 50], [51, 100]]</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no input of this scale</source>
        <translation>「%1」不是此分級的輸入項</translation>
    </message>
    <message>
        <source>is before the beginning</source>
        <translation>早於起始日</translation>
    </message>
    <message>
        <source>no forecast: the newest value is of %1, too old</source>
        <translation>無預測：最新值為 %1，過舊</translation>
    </message>
    <message>
        <source>no forecast: too much of the series is missing</source>
        <translation>無預測：序列缺漏過多</translation>
    </message>
    <message>
        <source>there is no value to forecast from</source>
        <translation>沒有可供預測的數值</translation>
    </message>
    <message>
        <source>the instrument repeats one value: there is nothing to forecast from</source>
        <translation>儀器重複同一數值：無從預測</translation>
    </message>
    <message>
        <source>too short to forecast from: %1 values, at least %2 are needed</source>
        <translation>序列過短，無法預測：有 %1 個數值，至少需要 %2 個</translation>
    </message>
    <message>
        <source>no value is given; it takes %1</source>
        <translation>未給數值；可用的有 %1</translation>
    </message>
    <message>
        <source>the scale has no such quantity; it takes %1</source>
        <translation>此分級沒有這個量；可用的有 %1</translation>
    </message>
    <message>
        <source>is no number that can be measured</source>
        <translation>不是可量測的數值</translation>
    </message>
    <message>
        <source>%1 %2 is below %3, the least that can be measured</source>
        <translation>%1 %2 低於可量測的最小值 %3</translation>
    </message>
    <message>
        <source>is given twice</source>
        <translation>重複給定</translation>
    </message>
    <message>
        <source>is missing: it decides where %1 is %2 or more</source>
        <translation>缺漏：%1 達 %2 以上時由此量決定</translation>
    </message>
    <message>
        <source>is missing: it decides where %1 is above its table</source>
        <translation>缺漏：%1 超出其表時由此量決定</translation>
    </message>
    <message>
        <source>one value is expected, of %1</source>
        <translation>應給一個 %1 的數值</translation>
    </message>
    <message>
        <source>is outside of the scale</source>
        <translation>超出分級範圍</translation>
    </message>
    <message>
        <source>is missing: without it nothing can be said</source>
        <translation>缺漏：缺此無法判定</translation>
    </message>
    <message>
        <source>the given values are below the table: there is no index</source>
        <translation>所給數值低於表列範圍：沒有指標值</translation>
    </message>
    <message>
        <source>tcps was expected; tcp is for this machine and private networks only</source>
        <translation>應為 tcps；tcp 只用於本機與私有網路</translation>
    </message>
    <message>
        <source>tcps://HOST:PORT or tcp://HOST:PORT was expected</source>
        <translation>應為 tcps://主機:埠 或 tcp://主機:埠</translation>
    </message>
    <message>
        <source>the sentence is cut off or its sum is wrong; it is left out</source>
        <translation>語句被截斷或檢查碼不對，已略過</translation>
    </message>
    <message>
        <source>holds no sentence of NMEA 0183; it begins with &quot;%1&quot;</source>
        <translation>沒有 NMEA 0183 語句，開頭是「%1」</translation>
    </message>
    <message>
        <source>is no palette: a name and colours as #rrggbb are needed</source>
        <translation>不是色盤：需要名稱與 #rrggbb 格式的顏色</translation>
    </message>
    <message>
        <source>has no palettes</source>
        <translation>沒有任何色盤</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>reading … %1 %</source>
        <translation>讀取中… %1 %</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>讀取中…</translation>
    </message>
    <message>
        <source>off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 至 %2：%3</translation>
    </message>
    <message>
        <source>since %1: %2</source>
        <translation>自 %1 起：%2</translation>
    </message>
    <message>
        <source>the field %1 is gone</source>
        <translation>欄位 %1 不見了</translation>
    </message>
    <message>
        <source>the field %1 was filled and is empty in all records now</source>
        <translation>欄位 %1 原有內容，現在所有紀錄都是空的</translation>
    </message>
    <message>
        <source>the field %1 was %2 and is %3 now</source>
        <translation>欄位 %1 原為%2，現在是%3</translation>
    </message>
    <message>
        <source>the field %1 is new: %2</source>
        <translation>新欄位 %1：%2</translation>
    </message>
    <message>
        <source>%1: no value has changed for %2 minutes; %3 were the longest before</source>
        <translation>%1：%2 分鐘沒有任何數值變動；以往最長 %3 分鐘</translation>
    </message>
    <message>
        <source>%1: all values jumped by the factor 10^%2: the unit may have changed</source>
        <translation>%1：所有數值突變為 10^%2 倍：單位可能改了</translation>
    </message>
    <message>
        <source>%1: all values are exactly twice what they were: counted twice?</source>
        <translation>%1：所有數值恰為先前的兩倍：重複計數？</translation>
    </message>
    <message>
        <source>%1: all values are exactly half of what they were</source>
        <translation>%1：所有數值恰為先前的一半</translation>
    </message>
    <message>
        <source>%1 of %2 places are gone, %3 for one</source>
        <translation>%2 處中有 %1 處不見了，例如 %3</translation>
    </message>
    <message>
        <source>%1 of %2 positions lie outside of the area of this feed; they are not shown</source>
        <translation>%2 個位置中有 %1 個在此來源的範圍之外，不予顯示</translation>
    </message>
    <message>
        <source>%1 of %2 records repeat another one of the same payload; each counts once</source>
        <translation>%2 筆紀錄中有 %1 筆與同一份資料中的另一筆重複；每筆只計一次</translation>
    </message>
    <message>
        <source>the publisher&apos;s times go on, but always %1 minutes behind, where %2 are promised: its clock or time zone may be wrong</source>
        <translation>發布者的時間有前進，但總是落後 %1 分鐘（承諾為 %2）：其時鐘或時區可能有誤</translation>
    </message>
    <message>
        <source>the server says it sends %1, which is not the format of this feed</source>
        <translation>伺服器聲稱傳送 %1，與此來源的格式不符</translation>
    </message>
    <message>
        <source>the character set does not fit: read as %1, %2 % sure</source>
        <translation>字元集不符：以 %1 讀取，把握 %2 %</translation>
    </message>
    <message>
        <source>the character set does not fit: read as %1, “%2” for one</source>
        <translation>字元集不符：以 %1 讀取，例如「%2」</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 位元組</translation>
    </message>
    <message>
        <source>cadence %1</source>
        <translation>間隔 %1</translation>
    </message>
    <message>
        <source>in time %1</source>
        <translation>準時 %1</translation>
    </message>
    <message>
        <source>complete %1 of %2</source>
        <translation>完整 %1（承諾 %2）</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>有回應 %1</translation>
    </message>
    <message>
        <source>Promise kept in %1</source>
        <translation>%1 履行承諾</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>授權</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主機</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>every %1, at most %2 late</source>
        <translation>每 %1，最多晚 %2</translation>
    </message>
    <message>
        <source>, %1 complete</source>
        <translation>，完整 %1</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承諾</translation>
    </message>
    <message>
        <source>Seen every</source>
        <translation>實際間隔</translation>
    </message>
    <message>
        <source>Asked every</source>
        <translation>索取間隔</translation>
    </message>
    <message>
        <source>Newest observation</source>
        <translation>最新觀測</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>上次回應</translation>
    </message>
    <message>
        <source>Last question</source>
        <translation>上次索取</translation>
    </message>
    <message>
        <source>Answered in 24 hours</source>
        <translation>24 小時內有回應</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延遲</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Character set</source>
        <translation>字元集</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>筆數</translation>
    </message>
    <message>
        <source>%1 accepted, %2 refused</source>
        <translation>接受 %1，拒收 %2</translation>
    </message>
    <message>
        <source>not watched</source>
        <translation>未觀察</translation>
    </message>
    <message>
        <source>; asked %1 times, %2 without an answer</source>
        <translation>；索取 %1 次，%2 次沒有回應</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>拒收：%1</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>資料源</translation>
    </message>
    <message>
        <source>Promised every</source>
        <translation>承諾間隔</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>有回應</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>有何不對</translation>
    </message>
    <message>
        <source> (and %1 more)</source>
        <translation>（另有 %1 項）</translation>
    </message>
    <message>
        <source>This pack has no feeds. Add one to its feeds folder.</source>
        <translation>這個城市包沒有資料源。請在其 feeds 資料夾加入。</translation>
    </message>
    <message>
        <source>No feed fits the filter.</source>
        <translation>沒有符合篩選的資料源。</translation>
    </message>
    <message>
        <source>All %1 feeds that are switched on are fresh</source>
        <translation>啟用中的 %1 個資料源全部新鮮</translation>
    </message>
    <message>
        <source>%1 of %2 feeds are not fresh</source>
        <translation>%2 個資料源中有 %1 個不新鮮</translation>
    </message>
    <message>
        <source>; %1 fresh ones look wrong</source>
        <translation>；%1 個新鮮但看來不對</translation>
    </message>
    <message>
        <source>; %1 are off until their key is set</source>
        <translation>；%1 個停用，待設定金鑰</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Nothing looked wrong in the last week.</source>
        <translation>過去一週沒有任何不對。</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>型別</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>出現</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>有內容</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>例</translation>
    </message>
    <message>
        <source>No fields are known: the feed has not answered yet, or its format says by its standard what is what.</source>
        <translation>沒有欄位資料：尚未回應，或其格式已由標準規定。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>紀錄</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>筆數</translation>
    </message>
    <message>
        <source>further ones, of which only the number is kept</source>
        <translation>其餘只保留數目</translation>
    </message>
    <message>
        <source>No record of the last payload was refused.</source>
        <translation>最近一份資料沒有拒收的紀錄。</translation>
    </message>
    <message>
        <source>is a layer of features; name its data file instead</source>
        <translation>是圖徵圖層；請改為指定其資料檔</translation>
    </message>
    <message>
        <source>the https address of the service was expected, without its questions</source>
        <translation>應為服務的 https 位址，不含查詢參數</translation>
    </message>
    <message>
        <source>one band was expected, [1], or those of red, green and blue: [4, 3, 2]</source>
        <translation>應為一個波段 [1]，或紅、綠、藍的波段：[4, 3, 2]</translation>
    </message>
    <message>
        <source>none, min-max, cut, deviation or two values, the smaller first, were expected: [0, 4000]</source>
        <translation>應為 none、min-max、cut、deviation，或由小到大的兩個數值：[0, 4000]</translation>
    </message>
    <message>
        <source>a list of colours was expected, lowest first: [&quot;#440154&quot;, &quot;#fde725&quot;]</source>
        <translation>應為由低到高的色彩清單：[&quot;#440154&quot;, &quot;#fde725&quot;]</translation>
    </message>
    <message>
        <source>postgresql://HOST/DATABASE or postgresql://HOST:PORT/DATABASE was expected; user and password are headers</source>
        <translation>應為 postgresql://主機/資料庫 或 postgresql://主機:埠/資料庫；使用者與密碼請寫在 headers</translation>
    </message>
    <message>
        <source>the name of a table or view was expected, with its schema before a dot if need be</source>
        <translation>應為資料表或檢視表的名稱，必要時以句點前置其綱要名稱</translation>
    </message>
    <message>
        <source>the service has no tiles of the layer %1 in a matrix set that can be used; it offers: %2</source>
        <translation>服務的圖層 %1 沒有可用矩陣集的圖磚；現有：%2</translation>
    </message>
    <message>
        <source>the service has no layer %1; it has: %2</source>
        <translation>服務沒有圖層 %1；現有：%2</translation>
    </message>
    <message>
        <source>the layer %1 is not offered in a coordinate system that can be used; it has: %2</source>
        <translation>圖層 %1 未以可用的坐標系統提供；現有：%2</translation>
    </message>
    <message>
        <source>the service does not say where the layer %1 lies</source>
        <translation>服務未說明圖層 %1 的位置範圍</translation>
    </message>
    <message>
        <source>the service&apos;s description of itself is too large</source>
        <translation>服務的自我描述文件過大</translation>
    </message>
    <message>
        <source>the service says: %1</source>
        <translation>服務回應：%1</translation>
    </message>
    <message>
        <source>%1 answered with more than the allowed %2 bytes</source>
        <translation>%1 的回應超過允許的 %2 位元組</translation>
    </message>
    <message>
        <source>%1 redirects without end</source>
        <translation>%1 不斷重新導向</translation>
    </message>
    <message>
        <source>%1 answered %2</source>
        <translation>%1 回應 %2</translation>
    </message>
    <message>
        <source>%1 asked for a pause</source>
        <translation>%1 要求暫停索取</translation>
    </message>
    <message>
        <source>%1 answered with something that is no picture of a tile (%2)</source>
        <translation>%1 的回應不是圖磚圖片（%2）</translation>
    </message>
    <message>
        <source>%1 says: %2</source>
        <translation>%1 回應：%2</translation>
    </message>
    <message>
        <source>its tiles cannot be kept in %1: the disk is full or may not be written to</source>
        <translation>其圖磚無法保存於 %1：磁碟已滿或不可寫入</translation>
    </message>
    <message>
        <source>the database %1 on %2 cannot be opened: %3</source>
        <translation>無法開啟 %2 上的資料庫 %1：%3</translation>
    </message>
    <message>
        <source>the table cannot be read: %1</source>
        <translation>無法讀取資料表：%1</translation>
    </message>
    <message>
        <source>the table has more than the allowed %1 rows; name a view with fewer, or a column that tells the newest (updated)</source>
        <translation>資料表超過允許的 %1 列；請改用列數較少的檢視表，或指定可辨識最新資料的欄位（updated）</translation>
    </message>
    <message>
        <source>The file is large and has no overviews: seen from afar it is drawn from a few spots. &quot;gdaladdo -ro FILE&quot; makes overviews beside it</source>
        <translation>檔案很大且沒有概覽層：縮小時僅以少數取樣點繪製。「gdaladdo -ro 檔案」可在旁建立概覽層</translation>
    </message>
    <message>
        <source>The file has no band %1; it has %2</source>
        <translation>檔案沒有波段 %1；共有 %2 個</translation>
    </message>
    <message>
        <source>barbs: 5, 10, 50 kn</source>
        <translation>風羽：5、10、50 節</translation>
    </message>
    <message>
        <source>the icon is not drawn: it holds %1</source>
        <translation>圖示不予繪製：其中含有 %1</translation>
    </message>
    <message>
        <source>is not SVG: %1</source>
        <translation>不是 SVG：%1</translation>
    </message>
    <message>
        <source>there is no icon &quot;%1&quot; in the folder icons of the pack; the program has: %2</source>
        <translation>資料包的 icons 資料夾沒有圖示「%1」；程式內建的有：%2</translation>
    </message>
    <message>
        <source>the icon is larger than %1 KiB</source>
        <translation>圖示大於 %1 KiB</translation>
    </message>
    <message>
        <source>the file holds no QGIS style for this layer</source>
        <translation>檔案裡沒有這個圖層的 QGIS 樣式</translation>
    </message>
    <message>
        <source>left out of the QGIS style: %1</source>
        <translation>QGIS 樣式中略去：%1</translation>
    </message>
    <message>
        <source>there are %1 classes and %2 colours</source>
        <translation>有 %1 個級距，卻有 %2 種顏色</translation>
    </message>
    <message>
        <source>the names of two fields were expected: [LON, LAT]</source>
        <translation>應為兩個欄位名稱：[LON, LAT]</translation>
    </message>
    <message>
        <source>there is no palette &quot;%1&quot;; expected one of: %2</source>
        <translation>沒有色盤「%1」；應為其中之一：%2</translation>
    </message>
    <message>
        <source>there is no palette &quot;%1&quot;; did you mean &quot;%2&quot;?</source>
        <translation>沒有色盤「%1」；是否為「%2」？</translation>
    </message>
    <message>
        <source>no feed has vehicles of the kind &quot;%1&quot;; the nearest is &quot;%2&quot;</source>
        <translation>沒有資料來源含有「%1」類的車輛；最接近的是「%2」</translation>
    </message>
    <message>
        <source>the style of layer %1 is larger than 4 MiB</source>
        <translation>圖層 %1 的樣式大於 4 MiB</translation>
    </message>
    <message>
        <source>the QGIS style is not understood: renderer &quot;%1&quot;</source>
        <translation>無法理解 QGIS 樣式：渲染方式「%1」</translation>
    </message>
    <message>
        <source>sizes, shapes and outlines that differ from class to class (those of the first are drawn)</source>
        <translation>各級距不同的大小、形狀與外框（一律依第一級繪製）</translation>
    </message>
    <message>
        <source>the expression %1</source>
        <translation>運算式 %1</translation>
    </message>
    <message>
        <source>sizes graduated by a value</source>
        <translation>依數值分級的大小</translation>
    </message>
    <message>
        <source>the gap or overlap before the class %1</source>
        <translation>級距 %1 之前的空隙或重疊</translation>
    </message>
    <message>
        <source>labels of the type %1</source>
        <translation>%1 類型的標註</translation>
    </message>
    <message>
        <source>labels by the expression %1</source>
        <translation>以運算式 %1 產生的標註</translation>
    </message>
    <message>
        <source>the unit %1 of a size</source>
        <translation>大小的單位 %1</translation>
    </message>
    <message>
        <source>the marker %1 (a circle is drawn)</source>
        <translation>符號 %1（改畫圓形）</translation>
    </message>
    <message>
        <source>the outline of markers, %1 wide</source>
        <translation>符號外框，寬 %1</translation>
    </message>
    <message>
        <source>markers turned by %1 degrees</source>
        <translation>旋轉 %1 度的符號</translation>
    </message>
    <message>
        <source>the dashes %1</source>
        <translation>虛線 %1</translation>
    </message>
    <message>
        <source>the line style %1</source>
        <translation>線型 %1</translation>
    </message>
    <message>
        <source>the fill pattern %1 (a plain fill is drawn)</source>
        <translation>填滿圖樣 %1（改為單色填滿）</translation>
    </message>
    <message>
        <source>a symbol of %1 layers (the uppermost is drawn)</source>
        <translation>由 %1 層組成的符號（只畫最上層）</translation>
    </message>
    <message>
        <source>the symbol %1</source>
        <translation>符號 %1</translation>
    </message>
    <message>
        <source>the XML is larger than %1 MiB</source>
        <translation>XML 大於 %1 MiB</translation>
    </message>
    <message>
        <source>the XML declares entities of its own: %1</source>
        <translation>XML 自行宣告了實體：%1</translation>
    </message>
    <message>
        <source>the XML is nested too deeply or has too many elements: %1</source>
        <translation>XML 巢狀過深或元素過多：%1</translation>
    </message>
    <message>
        <source>is not XML: %1</source>
        <translation>不是 XML：%1</translation>
    </message>
    <message>
        <source>The search was given up</source>
        <translation>搜尋已取消</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>無法寫入 %1：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address; expected one like 192.168.1.20:10110</source>
        <translation>「%1」不是位址；應如 192.168.1.20:10110</translation>
    </message>
    <message>
        <source>No connection to %1: %2</source>
        <translation>無法連線至 %1：%2</translation>
    </message>
    <message>
        <source>No receiver answers at %1</source>
        <translation>%1 沒有接收器回應</translation>
    </message>
    <message>
        <source>This computer offers no position of its own</source>
        <translation>這台電腦未提供自身位置</translation>
    </message>
    <message>
        <source>This computer does not let the program know its position</source>
        <translation>這台電腦不允許程式得知位置</translation>
    </message>
    <message>
        <source>The receiver gives no position</source>
        <translation>接收器未提供位置</translation>
    </message>
    <message>
        <source>is a quantity of the program, which a pack cannot change</source>
        <translation>是程式本身的量，城市包不能更改</translation>
    </message>
    <message>
        <source>is a scale of the program, which a pack cannot change</source>
        <translation>是程式本身的分級標準，城市包不能更改</translation>
    </message>
    <message>
        <source>find and the place of {found} in url go together</source>
        <translation>find 與 url 中的 {found} 必須同時出現</translation>
    </message>
    <message>
        <source>has nothing that lies anywhere</source>
        <translation>沒有任何有位置的內容</translation>
    </message>
    <message>
        <source>has no change to take back</source>
        <translation>沒有可以復原的更動</translation>
    </message>
    <message>
        <source>is there already; choose another folder</source>
        <translation>已經存在；請選擇其他資料夾</translation>
    </message>
    <message>
        <source>is written in a way that nothing can be added to; write it as a list, one entry a line</source>
        <translation>目前的寫法無法加入項目；請改成清單，一行一項</translation>
    </message>
    <message>
        <source>is there already; give the source another id</source>
        <translation>已經存在；請給來源另一個代碼</translation>
    </message>
    <message>
        <source>none of the formats the program knows; a list of records (JSON, CSV, XML, GeoJSON) or a standard was expected</source>
        <translation>不是程式認得的格式；應為紀錄清單（JSON、CSV、XML、GeoJSON）或標準格式</translation>
    </message>
    <message>
        <source>the portal&apos;s page of this dataset does not have it; the page has: %1</source>
        <translation>平臺上這個資料集的頁面沒有這一項；頁面有：%1</translation>
    </message>
    <message>
        <source>the positions are metres as TWD97 has them; were they TWD67, everything would be 850 m off: compare with the map</source>
        <translation>位置像是 TWD97 的公尺值；若其實是 TWD67，全部會偏 850 公尺：請與地圖對照</translation>
    </message>
    <message>
        <source>the positions are metres of a projection that the payload does not name: choose it</source>
        <translation>位置是公尺值，但資料沒有說是哪個投影：請選擇</translation>
    </message>
    <message>
        <source>longitude and latitude stand in one text, &quot;%1&quot;</source>
        <translation>經度與緯度在同一個欄位「%1」</translation>
    </message>
    <message>
        <source>nothing in &quot;%1&quot; tells days from months: choose the format</source>
        <translation>「%1」中看不出日與月：請選擇格式</translation>
    </message>
    <message>
        <source>&quot;%1&quot; counts years from 1912 on</source>
        <translation>「%1」使用民國紀年</translation>
    </message>
    <message>
        <source>no field tells the records apart but their name, which may change</source>
        <translation>除了名稱沒有欄位能分辨各筆紀錄，而名稱可能會變</translation>
    </message>
    <message>
        <source>has no list of records</source>
        <translation>沒有紀錄清單</translation>
    </message>
    <message>
        <source>it holds &quot;%1&quot;, as the standard has it</source>
        <translation>含有標準所用的「%1」</translation>
    </message>
    <message>
        <source>its decoder reads %1 facts or links in it, with %2 problems</source>
        <translation>解碼器讀出 %1 項事實或連結，%2 個問題</translation>
    </message>
    <message>
        <source>it is a list of %1 records with %2 fields</source>
        <translation>是 %1 筆紀錄的清單，有 %2 個欄位</translation>
    </message>
    <message>
        <source>its character set is %1 by its bytes, %2 % sure</source>
        <translation>依位元組判斷字元集為 %1，把握 %2 %</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of catalogue</source>
        <translation>「%1」不是目錄的種類</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no list of layers of a WFS, WMS or WMTS</source>
        <translation>「%1」不是 WFS、WMS 或 WMTS 的圖層清單</translation>
    </message>
    <message>
        <source>is no answer of a catalogue: an object was expected</source>
        <translation>不是目錄的回應：應為一個物件</translation>
    </message>
    <message>
        <source>text stands behind a closing quote; the row is left out</source>
        <translation>右引號之後還有文字，該列已略過</translation>
    </message>
    <message>
        <source>nothing tells over how many minutes &quot;%1&quot; counts; five are assumed</source>
        <translation>看不出「%1」是幾分鐘的累計，暫以五分鐘計</translation>
    </message>
    <message>
        <source>The shared store %1 cannot be reached (%2). Its server may be down, or the network between; it is tried again by itself.</source>
        <translation>無法連上共用資料庫 %1（%2）。可能是伺服器停機或網路中斷；程式會自動重試。</translation>
    </message>
    <message>
        <source>The shared store %1 is being stopped or started (%2). It is tried again by itself.</source>
        <translation>共用資料庫 %1 正在停止或啟動（%2）。程式會自動重試。</translation>
    </message>
    <message>
        <source>The shared store %1 refused this user (%2). Check the user in the address, and what its administrator lets in.</source>
        <translation>共用資料庫 %1 拒絕此使用者（%2）。請檢查位址中的使用者，以及管理員允許的連線。</translation>
    </message>
    <message>
        <source>This user may not do that in the shared store %1 (%2). Ask its owner for a role: GRANT cityops_viewer, cityops_operator, cityops_collector or cityops_auditor TO the user.</source>
        <translation>此使用者無權在共用資料庫 %1 這樣做（%2）。請向擁有者申請角色：GRANT cityops_viewer、cityops_operator、cityops_collector 或 cityops_auditor TO 該使用者。</translation>
    </message>
    <message>
        <source>The disk of the shared store %1 is full (%2). Tell its administrator.</source>
        <translation>共用資料庫 %1 的磁碟已滿（%2）。請通知管理員。</translation>
    </message>
    <message>
        <source>The server of the shared store %1 has no room left for this (%2). Tell its administrator.</source>
        <translation>共用資料庫 %1 的伺服器資源不足（%2）。請通知管理員。</translation>
    </message>
    <message>
        <source>The shared store %1 was busy for too long (%2). It is tried again with what comes next.</source>
        <translation>共用資料庫 %1 忙碌過久（%2）。稍後會再試。</translation>
    </message>
    <message>
        <source>The shared store %1 may only be read just now (%2). Its address may lead to a standby server: add target_session_attrs=read-write.</source>
        <translation>共用資料庫 %1 目前只能讀取（%2）。位址可能指向備援伺服器：請加上 target_session_attrs=read-write。</translation>
    </message>
    <message>
        <source>The shared store %1 lacks a table (%2). Its owner can make it whole: cityops store init.</source>
        <translation>共用資料庫 %1 缺少資料表（%2）。擁有者可補齊：cityops store init。</translation>
    </message>
    <message>
        <source>There is no database for the shared store %1 (%2). Make it (createdb), then: cityops store init.</source>
        <translation>共用資料庫 %1 的資料庫不存在（%2）。請先建立（createdb），再執行 cityops store init。</translation>
    </message>
    <message>
        <source>The shared store %1 wants a password, or another one (%2). Put it into the keyring (cityops secret set store), ~/.pgpass or PGPASSWORD.</source>
        <translation>共用資料庫 %1 需要密碼，或密碼不對（%2）。請放入金鑰圈（cityops secret set store）、~/.pgpass 或 PGPASSWORD。</translation>
    </message>
    <message>
        <source>%1 holds no store of this program yet. Its owner makes one: cityops store init.</source>
        <translation>%1 尚無本程式的資料庫。由擁有者建立：cityops store init。</translation>
    </message>
    <message>
        <source>The shared store %1 is of an older version of this program. Its owner brings it up to date: cityops store init.</source>
        <translation>共用資料庫 %1 屬於本程式的較舊版本。由擁有者更新：cityops store init。</translation>
    </message>
    <message>
        <source>The shared store %1 is of a newer version of this program. Use that version.</source>
        <translation>共用資料庫 %1 屬於本程式的較新版本。請使用該版本。</translation>
    </message>
    <message>
        <source>The database %1 lacks PostGIS (%2). Install it on the server (Debian: postgresql-15-postgis-3) and let its administrator run CREATE EXTENSION postgis.</source>
        <translation>資料庫 %1 缺少 PostGIS（%2）。請在伺服器上安裝（Debian：postgresql-15-postgis-3），並請管理員執行 CREATE EXTENSION postgis。</translation>
    </message>
    <message>
        <source>The shared store is gone for now: a note would reach nobody. Write it again when the store is back.</source>
        <translation>共用資料庫暫時無法連線：此時寫下的註記無人看得到。請待資料庫恢復後再寫。</translation>
    </message>
    <message>
        <source>The shared store %1 could not be used (%2).</source>
        <translation>共用資料庫 %1 無法使用（%2）。</translation>
    </message>
    <message>
        <source>The server of %1 is PostgreSQL %2; 15 or newer is needed. Ask for a newer server.</source>
        <translation>%1 的伺服器是 PostgreSQL %2；需要 15 或更新版本。請改用較新的伺服器。</translation>
    </message>
    <message>
        <source>The address of the shared store cannot be read. Write it as postgresql://user@server/database.</source>
        <translation>無法解讀共用資料庫的位址。請寫成 postgresql://user@server/database。</translation>
    </message>
    <message>
        <source>The address of the shared store holds a password, which others could read. Leave it out; put it into the keyring (cityops secret set store), ~/.pgpass or PGPASSWORD.</source>
        <translation>共用資料庫的位址含有密碼，可能被他人看到。請移除，改放入金鑰圈（cityops secret set store）、~/.pgpass 或 PGPASSWORD。</translation>
    </message>
    <message>
        <source>no current value</source>
        <translation>沒有即時的值</translation>
    </message>
    <message>
        <source>not met where there are values; %1 areas have none</source>
        <translation>有值之處未達；%1 區沒有值</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>缺：%1</translation>
    </message>
    <message>
        <source>No forecast: %1</source>
        <translation>不預報：%1</translation>
    </message>
    <message>
        <source>No answer from %1: %2</source>
        <translation>%1 無回應：%2</translation>
    </message>
    <message>
        <source>; its last values are of %1</source>
        <translation>；最後的值是 %1</translation>
    </message>
    <message>
        <source>%1 answers, but its newest values are of %2</source>
        <translation>%1 有回應，但最新的值是 %2</translation>
    </message>
    <message>
        <source>typical profile</source>
        <translation>典型日型</translation>
    </message>
    <message>
        <source>damped Holt-Winters</source>
        <translation>阻尼 Holt-Winters</translation>
    </message>
    <message>
        <source>harmonic regression</source>
        <translation>諧波迴歸</translation>
    </message>
    <message>
        <source>combination of models</source>
        <translation>組合模型</translation>
    </message>
    <message>
        <source>no model does better than repeating the last season</source>
        <translation>沒有模型優於重複上一季節</translation>
    </message>
    <message>
        <source>a direction cannot be forecast like an amount</source>
        <translation>方向不能像數量那樣預報</translation>
    </message>
    <message>
        <source>Forecast: %1, made at %2 from %3 values; MASE %4, %5 % better than repeating the last season; the 80 % band held %6 % of %7</source>
        <translation>預報：%1，%2 發布，依 %3 個值；MASE %4，比重複上一季節好 %5 %；80 % 區間涵蓋 %7 次中的 %6 %</translation>
    </message>
    <message>
        <source>Drawn area</source>
        <translation>繪製範圍</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>about %1 residents (%2)</source>
        <translation>約 %1 位居民（%2）</translation>
    </message>
    <message>
        <source>Residents, about</source>
        <translation>居民（約）</translation>
    </message>
    <message>
        <source>Sensors and stations</source>
        <translation>感測器與站點</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>區內</translation>
    </message>
    <message>
        <source>Reporting</source>
        <translation>回報中</translation>
    </message>
    <message>
        <source>Exposed</source>
        <translation>暴露對象</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>圖層</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>no sensor or station</source>
        <translation>沒有感測器或站點</translation>
    </message>
    <message>
        <source>%1 of %2 sensors and stations report</source>
        <translation>%2 個感測器與站點中 %1 個回報</translation>
    </message>
    <message>
        <source>Inside its area: %1</source>
        <translation>區內：%1</translation>
    </message>
    <message>
        <source>%1 km²</source>
        <translation>%1 km²</translation>
    </message>
    <message>
        <source>Nobody is known to live here.</source>
        <translation>沒有此處居民的資料。</translation>
    </message>
    <message>
        <source>Residents by share of surface: as if people lived evenly spread.</source>
        <translation>居民依面積比例估算，假設均勻分布。</translation>
    </message>
    <message>
        <source>, since %1</source>
        <translation>，自 %1 起</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>週一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>週二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>週三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>週四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>週五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>週六</translation>
    </message>
    <message>
        <source>Sun or holiday</source>
        <translation>週日或假日</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>如平常</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>平常 %1</translation>
    </message>
    <message>
        <source>%1 % above usual</source>
        <translation>比平常高 %1 %</translation>
    </message>
    <message>
        <source>%1 % below usual</source>
        <translation>比平常低 %1 %</translation>
    </message>
    <message>
        <source>Usual: not known; at least %1 days like this one are needed</source>
        <translation>平常值：不明，至少需要 %1 個同類日子</translation>
    </message>
    <message>
        <source>Usual %1: %2 on 8 of 10 days, in the middle %3 (from %4 days like this one)</source>
        <translation>平常（%1）：十天有八天為 %2，中位數 %3（依 %4 個同類日子）</translation>
    </message>
    <message>
        <source>Averaging: none; the newest value, as it was published</source>
        <translation>平均：無，為發布的最新值</translation>
    </message>
    <message>
        <source>the worst</source>
        <translation>最差者</translation>
    </message>
    <message>
        <source>the largest</source>
        <translation>最大者</translation>
    </message>
    <message>
        <source>the smallest</source>
        <translation>最小者</translation>
    </message>
    <message>
        <source>the sum</source>
        <translation>總和</translation>
    </message>
    <message>
        <source>the mean, all places alike</source>
        <translation>各地點的平均</translation>
    </message>
    <message>
        <source>the median, all places alike</source>
        <translation>各地點的中位數</translation>
    </message>
    <message>
        <source>the share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>the number</source>
        <translation>個數</translation>
    </message>
    <message>
        <source>Averaging: %1 of the newest values of the places, as they were published</source>
        <translation>平均：各地點所發布最新值的%1</translation>
    </message>
    <message>
        <source>there is no criterion &quot;%1&quot;; known are: %2</source>
        <translation>沒有標準「%1」，已知的有：%2</translation>
    </message>
    <message>
        <source>either a criterion or a scale was expected</source>
        <translation>應為一項標準或一個分級</translation>
    </message>
    <message>
        <source>there is no card &quot;%1&quot;; expected one of: %2</source>
        <translation>沒有卡片「%1」，應為下列之一：%2</translation>
    </message>
    <message>
        <source>one threshold is enough</source>
        <translation>只需一個門檻</translation>
    </message>
    <message>
        <source>a threshold is missing: at-least, above, at-most or below</source>
        <translation>缺少門檻：at-least、above、at-most 或 below</translation>
    </message>
    <message>
        <source>this is no link to a view; one begins with cityops:focus?</source>
        <translation>這不是畫面的連結；連結以 cityops:focus? 開頭</translation>
    </message>
    <message>
        <source>“%1” makes no sense here</source>
        <translation>「%1」在這裡沒有意義</translation>
    </message>
    <message>
        <source>. </source>
        <translation>。</translation>
    </message>
    <message>
        <source>An update; the original was not received</source>
        <translation>更新訊息；未收到原始訊息</translation>
    </message>
    <message>
        <source>No expiry stated; shown for a day</source>
        <translation>未載明失效時間；顯示一天</translation>
    </message>
    <message>
        <source>Area codes nobody here knows: %1</source>
        <translation>無法對應的區域代碼：%1</translation>
    </message>
    <message>
        <source>needs one limit: at-least, above, at-most or below; or &quot;changes&quot; or &quot;unusual&quot;</source>
        <translation>需要一個門檻：at-least、above、at-most 或 below；或「changes」或「unusual」</translation>
    </message>
    <message>
        <source>must not be 0: every value changes by that</source>
        <translation>不得為 0：任何數值都符合</translation>
    </message>
    <message>
        <source>there is no feed &quot;%1&quot;; the nearest is &quot;%2&quot;</source>
        <translation>沒有資料源「%1」；最接近的是「%2」</translation>
    </message>
    <message>
        <source>there is no area of the code &quot;%1&quot;</source>
        <translation>沒有代碼為「%1」的區域</translation>
    </message>
    <message>
        <source>must be https (http only of this machine)</source>
        <translation>必須是 https（http 僅限本機）</translation>
    </message>
    <message>
        <source>a time of day such as &quot;22:30&quot; was expected</source>
        <translation>應為時刻，例如「22:30」</translation>
    </message>
    <message>
        <source>there is no alarm &quot;%1&quot;; the nearest is &quot;%2&quot;</source>
        <translation>沒有告警「%1」；最接近的是「%2」</translation>
    </message>
    <message>
        <source>there is no dashboard &quot;%1&quot;; the nearest is &quot;%2&quot;</source>
        <translation>沒有儀表板「%1」；最接近的是「%2」</translation>
    </message>
    <message>
        <source>is too short to be read; at least 3 s</source>
        <translation>太短，來不及閱讀；至少 3 秒</translation>
    </message>
    <message>
        <source>there is no scene &quot;%1&quot;; the nearest is &quot;%2&quot;</source>
        <translation>沒有場景「%1」；最接近的是「%2」</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>逾時</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先級</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地點</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Nothing is shelved, suppressed or out of service.</source>
        <translation>沒有擱置、抑制或停用的告警。</translation>
    </message>
    <message>
        <source>No alarms.</source>
        <translation>沒有告警。</translation>
    </message>
    <message>
        <source> (and %1 more of this cause)</source>
        <translation>（同因另 %1 則）</translation>
    </message>
    <message>
        <source> (follows)</source>
        <translation>（隨後）</translation>
    </message>
    <message>
        <source>%1 areas</source>
        <translation>%1 個區域</translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation>%1 處</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>New</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>Over, not acknowledged</source>
        <translation>已解除，未確認</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>擱置中</translation>
    </message>
    <message>
        <source>Suppressed by design</source>
        <translation>依設計抑制</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation>後果</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>應變</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>負責</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>時限</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Its data are old: it stays as it was</source>
        <translation>資料過舊，維持原狀</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>久未解除</translation>
    </message>
    <message>
        <source>Active for more than a day</source>
        <translation>持續超過一天</translation>
    </message>
    <message>
        <source>Chatters</source>
        <translation>反覆跳動</translation>
    </message>
    <message>
        <source>Three times within a minute</source>
        <translation>一分鐘內三次</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾時</translation>
    </message>
    <message>
        <source>Nobody acknowledged it in time</source>
        <translation>時限內無人確認</translation>
    </message>
    <message>
        <source>Shelved until</source>
        <translation>擱置至</translation>
    </message>
    <message>
        <source>By</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>訊息</translation>
    </message>
    <message>
        <source>%1 %2 not acknowledged</source>
        <translation>%1 則%2優先未確認</translation>
    </message>
    <message>
        <source>%1 active</source>
        <translation>%1 則進行中</translation>
    </message>
    <message>
        <source>%1 shelved</source>
        <translation>%1 則擱置</translation>
    </message>
    <message>
        <source>%1 suppressed by design</source>
        <translation>%1 則依設計抑制</translation>
    </message>
    <message>
        <source>%1 out of service</source>
        <translation>%1 則停用</translation>
    </message>
    <message>
        <source>%1 for more than a day</source>
        <translation>%1 則超過一天</translation>
    </message>
    <message>
        <source>%1 chattering</source>
        <translation>%1 則反覆跳動</translation>
    </message>
    <message>
        <source>ALARM FLOOD: grouped by cause</source>
        <translation>告警湧現：依原因歸併</translation>
    </message>
    <message>
        <source>messages of senders nobody trusts: %1</source>
        <translation>未受信任的發布者：%1</translation>
    </message>
    <message>
        <source>Alarms: %1, %2 an hour (6 is well, 12 the most one person manages)</source>
        <translation>告警：%1 則，每小時 %2 則（6 則尚佳，一人最多 12 則）</translation>
    </message>
    <message>
        <source>Most in ten minutes: %1; in flood %2 % of the time (less than 1 %)</source>
        <translation>十分鐘內最多：%1 則；湧現占 %2 % 時間（應低於 1 %）</translation>
    </message>
    <message>
        <source>Low %1 %, medium %2 %, top %3 % (about 80, 15, 5)</source>
        <translation>低 %1 %、中 %2 %、最高 %3 %（約 80、15、5）</translation>
    </message>
    <message>
        <source>Acknowledged: %1, in time %2</source>
        <translation>已確認：%1 則，其中 %2 則在時限內</translation>
    </message>
    <message>
        <source>Chattering: %1 (none)</source>
        <translation>反覆跳動：%1（應為零）</translation>
    </message>
    <message>
        <source>Usual time to acknowledge: %1</source>
        <translation>確認時間中位數：%1</translation>
    </message>
    <message>
        <source>%1 times: %2</source>
        <translation>%1 次：%2</translation>
    </message>
    <message>
        <source>no wall listens at %1 (%2); start it with --remote</source>
        <translation>%1 沒有電視牆在聽（%2）；請以 --remote 啟動</translation>
    </message>
    <message>
        <source>is the whole day: the rule can never be an alarm</source>
        <translation>涵蓋全天：此規則永遠不會告警</translation>
    </message>
    <message>
        <source>waits for itself: it refers to rules that refer back to it</source>
        <translation>互相等待：所引用的規則又引用它</translation>
    </message>
    <message>
        <source>one alarm for each place never has more than one place: it can never fire</source>
        <translation>逐處告警時每則只有一處：永遠不會觸發</translation>
    </message>
    <message>
        <source>no feed of the pack measures %1 at places of the kind %2: it can never fire</source>
        <translation>城市包中沒有資料源在 %2 量測 %1：永遠不會觸發</translation>
    </message>
    <message>
        <source>contradicts the rule %1: with both, every value of %2 is an alarm</source>
        <translation>與規則 %1 矛盾：兩者並存時 %2 的任何值都是告警</translation>
    </message>
    <message>
        <source>can never fire: %1 is from %2 to %3</source>
        <translation>永遠不會觸發：%1 的範圍是 %2 至 %3</translation>
    </message>
    <message>
        <source>always holds and would never be over: %1 is from %2 to %3</source>
        <translation>恆成立，永遠不會解除：%1 的範圍是 %2 至 %3</translation>
    </message>
    <message>
        <source>is so wide that the alarm would never be over: %1 is from %2 to %3</source>
        <translation>過寬，告警永遠不會解除：%1 的範圍是 %2 至 %3</translation>
    </message>
    <message>
        <source>can never fire: within %1 s there are no two values, they come every %2 s</source>
        <translation>永遠不會觸發：%1 秒內沒有兩個值，資料每 %2 秒一筆</translation>
    </message>
    <message>
        <source>must not be above the z at which the alarm begins: it would be over before it began</source>
        <translation>不得高於告警開始的 z 值：否則未開始即已解除</translation>
    </message>
    <message>
        <source>would be an alarm all the time: the feed promises a word every %1 s and may be %2 s late</source>
        <translation>會一直告警：資料源承諾每 %1 秒一筆，可遲 %2 秒</translation>
    </message>
    <message>
        <source>no feed of the pack measures %1 of events of the kind %2: it can never fire</source>
        <translation>城市包中沒有資料源量測 %2 事件的 %1：永遠不會觸發</translation>
    </message>
    <message>
        <source>is longer than the event lasts: it can never fire</source>
        <translation>比事件持續時間長：永遠不會觸發</translation>
    </message>
    <message>
        <source>can never fire: the pack trusts no sender of alerts (alarms: trust)</source>
        <translation>永遠不會觸發：城市包未信任任何警報發布者（alarms: trust）</translation>
    </message>
    <message>
        <source>needs all or any of some rules: of none alone it would always be an alarm</source>
        <translation>需要 all 或 any：只有 none 時會一直告警</translation>
    </message>
    <message>
        <source>can never fire: %1 must be an alarm and must not be one</source>
        <translation>永遠不會觸發：%1 既須告警又不得告警</translation>
    </message>
    <message>
        <source>can never be seen: it needs %1 and is suppressed by it</source>
        <translation>永遠看不到：需要 %1，又被其抑制</translation>
    </message>
    <message>
        <source>refers to itself</source>
        <translation>引用自身</translation>
    </message>
    <message>
        <source>%1 did not take the alarm (HTTP %2)</source>
        <translation>%1 未接受告警（HTTP %2）</translation>
    </message>
    <message>
        <source>%1 was changed by somebody: line %2 does not fit to those before it</source>
        <translation>%1 遭人更動：第 %2 行與前文不符</translation>
    </message>
    <message>
        <source>%1 cannot be written: another program uses it, its folder may not be written, or the disk is full. Alarms are shown and not kept.</source>
        <translation>%1 無法寫入：正由另一程式使用、其資料夾無法寫入，或磁碟已滿。告警會顯示，但不保存。</translation>
    </message>
    <message>
        <source>%1 is not open</source>
        <translation>%1 未開啟</translation>
    </message>
    <message>
        <source>a block shows one thing; here it is &quot;%1&quot;</source>
        <translation>一個區塊只顯示一種內容；此處為「%1」</translation>
    </message>
    <message>
        <source>at least a minute was expected</source>
        <translation>至少需為一分鐘</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承諾週期</translation>
    </message>
    <message>
        <source>No feed has been asked yet.</source>
        <translation>尚未詢問任何資料來源。</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>監看</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>詢問</translation>
    </message>
    <message>
        <source>Seen of promised</source>
        <translation>實際／承諾</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>準時</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Nothing was counted in this time. It is counted while the program runs.</source>
        <translation>此期間沒有統計；程式執行時才會累計。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Moments nothing is known of are left out.</source>
        <translation>無資料的時刻已略去。</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>週日</translation>
    </message>
    <message>
        <source>Mean of %1 places, %2 values.</source>
        <translation>%1 處之平均，共 %2 筆。</translation>
    </message>
    <message>
        <source>Above %1: %2 days on the mean of all, %3 days of single places.</source>
        <translation>高於 %1：整體平均 %2 日，各處合計 %3 站日。</translation>
    </message>
    <message>
        <source>Above %1: %2 on the mean of all, %3 of single places.</source>
        <translation>高於 %1：整體平均 %2 次，各處合計 %3 次。</translation>
    </message>
    <message>
        <source>The history has no value of this in the time of the report.</source>
        <translation>歷史紀錄在報告期間內沒有此項數值。</translation>
    </message>
    <message>
        <source>A sample, taken evenly: %1 of %2 places.</source>
        <translation>抽樣：%2 處中均勻取 %1 處。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Highest at</source>
        <translation>最高時間</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>筆數</translation>
    </message>
    <message>
        <source>Hours with a value</source>
        <translation>有值時數</translation>
    </message>
    <message>
        <source>Above %1</source>
        <translation>高於 %1</translation>
    </message>
    <message>
        <source>%1 more are left out here.</source>
        <translation>此處另略去 %1 列。</translation>
    </message>
    <message>
        <source>Only current values (fresh or late by the promise of their publisher) speak of the time of the data; older ones are marked and never ranked.</source>
        <translation>僅以現時值（依發布機關承諾為新或稍遲者）代表資料時間；較舊者加註，且不列入排名。</translation>
    </message>
    <message>
        <source>No data is never zero: what has no value is left out of sums and means, and how much was left out is said.</source>
        <translation>無資料絕不以零計：無值者不列入總和與平均，並註明略去多少。</translation>
    </message>
    <message>
        <source>A value of an area is made of the places in it, added up as the quantity asks: counts by sum, concentrations by the worst or the mean.</source>
        <translation>區域之值由其中各地點依量的性質彙整：計數取總和，濃度取最差或平均。</translation>
    </message>
    <message>
        <source>This report rests on no feed.</source>
        <translation>本報告未使用任何資料來源。</translation>
    </message>
    <message>
        <source>Nothing is withheld</source>
        <translation>無不公開之格</translation>
    </message>
    <message>
        <source>What is wrong with feeds</source>
        <translation>資料來源的問題</translation>
    </message>
    <message>
        <source>Scales and their versions</source>
        <translation>分級標準及版本</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>不公開</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>圖資來源</translation>
    </message>
    <message>
        <source>How to check it</source>
        <translation>如何查核</translation>
    </message>
    <message>
        <source>Made from pack %1 by %2. “cityops report --verify %3”, or the name of this file instead of the code, makes every number anew from the history as it was known then and says whether they agree.</source>
        <translation>由 %2 以城市包 %1 製作。執行「cityops report --verify %3」（或以本檔名代替查核碼），即依當時已知的歷史紀錄重算每個數字，並指出是否相符。</translation>
    </message>
    <message>
        <source>Where the numbers come from</source>
        <translation>數字的來源</translation>
    </message>
    <message>
        <source>Data of %1</source>
        <translation>資料時間 %1</translation>
    </message>
    <message>
        <source>No feed is used on this page.</source>
        <translation>本頁未使用資料來源。</translation>
    </message>
    <message>
        <source>Feeds: %1</source>
        <translation>資料來源：%1</translation>
    </message>
    <message>
        <source>Scales: %1</source>
        <translation>分級標準：%1</translation>
    </message>
    <message>
        <source>Licences: %1</source>
        <translation>授權：%1</translation>
    </message>
    <message>
        <source>Withheld cells: see the last section</source>
        <translation>不公開之格：見最末節</translation>
    </message>
    <message>
        <source>Pack: %1</source>
        <translation>城市包：%1</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>查核碼 %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 頁，共 %2 頁</translation>
    </message>
    <message>
        <source>Data of %1  ·  period %2</source>
        <translation>資料時間 %1  ·  期間 %2</translation>
    </message>
    <message>
        <source>is larger than 256 MiB</source>
        <translation>大於 256 MiB</translation>
    </message>
    <message>
        <source>this is no PDF that can be read</source>
        <translation>這不是可讀取的 PDF</translation>
    </message>
    <message>
        <source>this is no report of CityOps, or what it says of itself was taken out</source>
        <translation>這不是 CityOps 的報告，或其自身紀錄已被移除</translation>
    </message>
    <message>
        <source>no report of this code was made here; give the file instead</source>
        <translation>此電腦未曾製作此查核碼的報告；請改為指定檔案</translation>
    </message>
    <message>
        <source>the report has no map with values of places, so there is nothing to write to a map layer</source>
        <translation>報告沒有含地點數值的地圖，無可寫入圖層的內容</translation>
    </message>
    <message>
        <source>no report is written to a file of this ending; expected one of: %1</source>
        <translation>報告無法寫成此副檔名；應為下列之一：%1</translation>
    </message>
    <message>
        <source>All numbers</source>
        <translation>所有數字</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>量</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>分級標準</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>The history cannot be read: %1</source>
        <translation>無法讀取歷史紀錄：%1</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>came later</source>
        <translation>較晚得知</translation>
    </message>
    <message>
        <source>alert came later</source>
        <translation>警報較晚得知</translation>
    </message>
    <message>
        <source>event came later</source>
        <translation>事件較晚得知</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>當時未知</translation>
    </message>
    <message>
        <source>Learned since: %1</source>
        <translation>事後得知：%1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>對象</translation>
    </message>
    <message>
        <source>Shown then</source>
        <translation>當時顯示</translation>
    </message>
    <message>
        <source>of</source>
        <translation>所屬時間</translation>
    </message>
    <message>
        <source>Known now</source>
        <translation>現在所知</translation>
    </message>
    <message>
        <source>speaks of</source>
        <translation>所屬時間</translation>
    </message>
    <message>
        <source>learned at</source>
        <translation>得知時間</translation>
    </message>
    <message>
        <source>Nothing was learned or corrected since: what was shown then is what is known now.</source>
        <translation>事後沒有新得知或更正的資料：當時顯示的就是現在所知的。</translation>
    </message>
    <message>
        <source>%1 does not answer: %2</source>
        <translation>%1 沒有回應：%2</translation>
    </message>
    <message>
        <source>%1 answers again</source>
        <translation>%1 恢復回應</translation>
    </message>
    <message>
        <source>%1 (%2, written %3)</source>
        <translation>%1（%2，寫於 %3）</translation>
    </message>
    <message>
        <source>The first line must name the columns place_kind, place, quantity, observed_at and value, and may name unit and learned_at.</source>
        <translation>第一列必須有欄名 place_kind、place、quantity、observed_at 與 value，可另有 unit 與 learned_at。</translation>
    </message>
    <message>
        <source>has no place</source>
        <translation>沒有地點</translation>
    </message>
    <message>
        <source>unknown quantity “%1”</source>
        <translation>不明的量「%1」</translation>
    </message>
    <message>
        <source>“%1” is no number</source>
        <translation>「%1」不是數字</translation>
    </message>
    <message>
        <source>“%1” is no time with an offset</source>
        <translation>「%1」不是含時差的時間</translation>
    </message>
    <message>
        <source>unit “%1” is not one of the quantity</source>
        <translation>單位「%1」不適用於此量</translation>
    </message>
    <message>
        <source>“%1” is outside of what is possible</source>
        <translation>「%1」超出可能的範圍</translation>
    </message>
    <message>
        <source>There is no area “%1”.</source>
        <translation>沒有區域「%1」。</translation>
    </message>
    <message>
        <source>The history has nothing of what is asked.</source>
        <translation>歷史檔沒有所要的資料。</translation>
    </message>
    <message>
        <source>Standard output could not be written.</source>
        <translation>無法寫到標準輸出。</translation>
    </message>
    <message>
        <source>There is no history file %1.</source>
        <translation>沒有歷史檔 %1。</translation>
    </message>
    <message>
        <source>is too short; expected a day or more</source>
        <translation>太短；應為一天以上</translation>
    </message>
    <message>
        <source>The history file was damaged and nothing of it could be read. It was kept as %1 and a new one begun.</source>
        <translation>歷史檔已損壞，內容全部無法讀取。原檔保留為 %1，並已建立新檔。</translation>
    </message>
    <message>
        <source>The history file was damaged. It was kept as %1. A new one was begun with %2 answers of feeds and %3 past pictures out of it; %4 records are lost, perhaps more.</source>
        <translation>歷史檔已損壞，原檔保留為 %1。新檔已救回 %2 次資料源回應與 %3 個過去的畫面；至少遺失 %4 筆紀錄。</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another name.</source>
        <translation>%1 已經存在，請另選名稱。</translation>
    </message>
    <message>
        <source>%1 could not be written whole. Check that its disk is present and has room.</source>
        <translation>%1 無法完整寫入。請確認磁碟存在且有空間。</translation>
    </message>
    <message>
        <source>%1 is no history of this version. Open it with the program once.</source>
        <translation>%1 不是這個版本的歷史檔。請先用程式開啟一次。</translation>
    </message>
    <message>
        <source>is not UTF-8; save the file in that encoding</source>
        <translation>不是 UTF-8，請以此編碼存檔</translation>
    </message>
    <message>
        <source>holds a zero byte</source>
        <translation>含有零位元組</translation>
    </message>
    <message>
        <source>a term is a word in two languages or more</source>
        <translation>詞彙至少要有兩種語言</translation>
    </message>
    <message>
        <source>Signature valid: %1</source>
        <translation>簽章有效：%1</translation>
    </message>
    <message>
        <source>Signature BROKEN: changed since it was signed, or not signed properly</source>
        <translation>簽章不符：簽署後遭更改，或簽署不當</translation>
    </message>
    <message>
        <source>Signed with a key nobody here knows</source>
        <translation>以此處未知的金鑰簽署</translation>
    </message>
    <message>
        <source>Signed with a key nobody here knows; it calls itself %1</source>
        <translation>以此處未知的金鑰簽署，自稱 %1</translation>
    </message>
    <message>
        <source>%1 (about %2 residents)</source>
        <translation>%1（約 %2 名居民）</translation>
    </message>
    <message>
        <source>%1 sections; slowest: %2, %3</source>
        <translation>%1 個路段；最慢：%2，%3</translation>
    </message>
    <message>
        <source>Nothing is full here.</source>
        <translation>此處沒有滿載者。</translation>
    </message>
    <message>
        <source>%1, %2 km</source>
        <translation>%1，%2 公里</translation>
    </message>
    <message>
        <source>%1 is full, and nothing within %2 km has room.</source>
        <translation>%1 已滿，%2 公里內皆無餘裕。</translation>
    </message>
    <message>
        <source>Counted: days with an hour above %1</source>
        <translation>計入：有一小時高於 %1 的日數</translation>
    </message>
    <message>
        <source>Counted: days with a mean above %1</source>
        <translation>計入：日均值高於 %1 的日數</translation>
    </message>
    <message>
        <source>A day counts when 18 of its hours have a value.</source>
        <translation>一日至少 18 小時有值才計。</translation>
    </message>
    <message>
        <source>Days are being counted …</source>
        <translation>正在計算日數…</translation>
    </message>
    <message>
        <source>%1 of %2 d</source>
        <translation>%1／%2 日</translation>
    </message>
    <message>
        <source>No day is known well enough yet: 18 of its hours need a value.</source>
        <translation>尚無資料足夠的日子：一日須有 18 小時有值。</translation>
    </message>
    <message>
        <source>per 100,000</source>
        <translation>每 10 萬人</translation>
    </message>
    <message>
        <source>Cases of the seven days up to each day (trailing) per 100,000 residents; a week with a missing day has none; the last %1 days are still being reported</source>
        <translation>至當日為止七日（後溯）每 10 萬居民病例數；缺一日則該週無值；最近 %1 日仍在通報中</translation>
    </message>
    <message>
        <source>Expected: %1 from %2</source>
        <translation>預期：%2 起%1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 beside %2</source>
        <translation>%1 與 %2 並列</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>beside %1 ×</source>
        <translation>與 %1 並列 ×</translation>
    </message>
    <message>
        <source>%1 min on foot</source>
        <translation>步行 %1 分鐘</translation>
    </message>
    <message>
        <source>nearest: %1</source>
        <translation>最近：%1</translation>
    </message>
    <message>
        <source>On foot: a straight line at %1 m a minute, divided by %2 for the way round.</source>
        <translation>步行：直線每分鐘 %1 公尺，除以 %2 計繞路。</translation>
    </message>
    <message>
        <source>Compare with …</source>
        <translation>與…比較</translation>
    </message>
    <message>
        <source>No longer compare</source>
        <translation>不再比較</translation>
    </message>
    <message>
        <source>Forecast: %1 falls to %2 about %3 (%4); the 80 % band held %5 %</source>
        <translation>預報：%1約於 %3 降至 %2（%4）；80 % 區間實測 %5 %</translation>
    </message>
    <message>
        <source>Forecast: %1 reaches %2 about %3 (%4); the 80 % band held %5 %</source>
        <translation>預報：%1約於 %3 達 %2（%4）；80 % 區間實測 %5 %</translation>
    </message>
    <message>
        <source>nearest, %1 km</source>
        <translation>最近，%1 公里</translation>
    </message>
    <message>
        <source>%1 nearest, to %2 km</source>
        <translation>最近 %1 處，%2 公里內</translation>
    </message>
    <message>
        <source>There is none in %1; this speaks instead: %2</source>
        <translation>%1 內沒有；由此代表：%2</translation>
    </message>
    <message>
        <source>has no meaning for what is only expected</source>
        <translation>對僅為預期的值沒有意義</translation>
    </message>
    <message>
        <source>the pack names no server that takes e-mail (pack.yaml: mail)</source>
        <translation>資料包未指定收電子郵件的伺服器（pack.yaml：mail）</translation>
    </message>
    <message>
        <source>%1 holds no certificate (PEM)</source>
        <translation>%1 不含憑證（PEM）</translation>
    </message>
    <message>
        <source>“%1” is no e-mail address</source>
        <translation>「%1」不是電子郵件地址</translation>
    </message>
    <message>
        <source>must not stand in a pack: write &quot;{secret:NAME}&quot; and put it into the environment or the keyring</source>
        <translation>不可寫在資料包中：請寫「{secret:NAME}」，並放入環境變數或金鑰圈</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Shaded: what is usual at these hours, on 8 of 10 days (of the first line).</source>
        <translation>底色：這些時刻的平常範圍（十日中八日，第一條線）。</translation>
    </message>
    <message>
        <source>Map. %1</source>
        <translation>地圖。%1</translation>
    </message>
    <message>
        <source>Chart: %1. %2</source>
        <translation>圖表：%1。%2</translation>
    </message>
    <message>
        <source>Data of</source>
        <translation>資料時間</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>查核碼</translation>
    </message>
    <message>
        <source>Usual, low</source>
        <translation>平常（低）</translation>
    </message>
    <message>
        <source>Usual, middle</source>
        <translation>平常（中）</translation>
    </message>
    <message>
        <source>Usual, high</source>
        <translation>平常（高）</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> 等另 %1 則</translation>
    </message>
    <message>
        <source>DEMO DATA</source>
        <translation>示範資料</translation>
    </message>
    <message>
        <source>%1 more are in the list of alarms.</source>
        <translation>另有 %1 則在警報清單中。</translation>
    </message>
    <message>
        <source>Expected at</source>
        <translation>預期時間</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>簽章</translation>
    </message>
    <message>
        <source>the token of a wall needs 16 characters or more</source>
        <translation>電視牆的權杖至少需 16 個字元</translation>
    </message>
    <message>
        <source>“%1” is no address to listen at; expected one such as 0.0.0.0:7443</source>
        <translation>「%1」不是可聆聽的位址，應如 0.0.0.0:7443</translation>
    </message>
    <message>
        <source>no certificate in %1, or no key in %2 (PEM)</source>
        <translation>%1 中沒有憑證，或 %2 中沒有金鑰（PEM）</translation>
    </message>
    <message>
        <source>cannot listen at %1: %2</source>
        <translation>無法在 %1 聆聽：%2</translation>
    </message>
    <message>
        <source>no wall answers at %1: %2</source>
        <translation>%1 沒有電視牆回應：%2</translation>
    </message>
    <message>
        <source>can never fire: forecasts go by the hour; expected 1 h or more</source>
        <translation>永遠不會觸發：預測以小時為單位，應為 1 h 以上</translation>
    </message>
    <message>
        <source>is further than forecasts go; expected 24 h or less</source>
        <translation>超過預測範圍，應為 24 h 以內</translation>
    </message>
    <message>
        <source>can never fire for senders that have to sign: no feed names a certificate (signed-by)</source>
        <translation>對必須簽章的發送者永遠不會觸發：沒有資料來源指定憑證（signed-by）</translation>
    </message>
    <message>
        <source>is XML but no message of TMDD with events; its root is &lt;%1&gt;</source>
        <translation>是 XML，但不是含事件的 TMDD 訊息；其根元素為 &lt;%1&gt;</translation>
    </message>
    <message>
        <source>is a damaged spreadsheet, or one without a sheet</source>
        <translation>試算表損壞，或沒有工作表</translation>
    </message>
    <message>
        <source>the spreadsheet has no sheet &quot;%1&quot;; it has: %2</source>
        <translation>試算表沒有工作表「%1」；有：%2</translation>
    </message>
    <message>
        <source>the certificate of %1 cannot be trusted; nothing was sent</source>
        <translation>%1 的憑證無法信任，未寄出任何內容</translation>
    </message>
    <message>
        <source>%1 offers no TLS; nothing was sent</source>
        <translation>%1 不提供 TLS，未寄出任何內容</translation>
    </message>
    <message>
        <source>%1 refused the user or the password</source>
        <translation>%1 拒絕此使用者或密碼</translation>
    </message>
    <message>
        <source>%1 did not take the e-mail: %2</source>
        <translation>%1 未收下電子郵件：%2</translation>
    </message>
    <message>
        <source>the e-mail is for nobody</source>
        <translation>電子郵件沒有收件人</translation>
    </message>
    <message>
        <source>the e-mail is too large: %1 MB</source>
        <translation>電子郵件過大：%1 MB</translation>
    </message>
    <message>
        <source>smtps://HOST:465 or smtp://HOST:587 was expected</source>
        <translation>應為 smtps://HOST:465 或 smtp://HOST:587</translation>
    </message>
    <message>
        <source>some of those the e-mail is for were refused</source>
        <translation>部分收件人遭拒絕</translation>
    </message>
    <message>
        <source>is nearly JSON: what stands around it was left out, or its spelling mended</source>
        <translation>近似 JSON：前後多餘的內容已略去，或寫法已修正</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>尚餘 %1</translation>
    </message>
    <message>
        <source>%1 of %2 feeds tell nothing new: %3 and %4 more</source>
        <translation>%2 個資料來源中有 %1 個沒有新資料：%3，另有 %4 個</translation>
    </message>
    <message>
        <source>the certificate of %1 is not trusted: %2</source>
        <translation>%1 的憑證不受信任：%2</translation>
    </message>
    <message>
        <source>The secret &quot;%1&quot; is not set. Set it with &quot;cityops secret set %1&quot;, or put it into the environment as %2</source>
        <translation>金鑰「%1」尚未設定。請執行「cityops secret set %1」，或設定環境變數 %2</translation>
    </message>
    <message>
        <source>Invented data</source>
        <translation>示範資料</translation>
    </message>
    <message>
        <source>Alarm of priority %1</source>
        <translation>%1優先告警</translation>
    </message>
    <message>
        <source>This computer has no voice: install speech-dispatcher, or flite, and the plugin of Qt for it.</source>
        <translation>這部電腦沒有語音：請安裝 speech-dispatcher 或 flite，以及對應的 Qt 外掛程式。</translation>
    </message>
    <message>
        <source>No voice of this computer speaks %1.</source>
        <translation>這部電腦沒有會說%1的語音。</translation>
    </message>
    <message>
        <source>%1 counts people: say from how many on it may be told (privacy: {topic: health, k: 11}), or that every number may be (privacy: none)</source>
        <translation>%1 計的是人：請說明多少人以上才公開（privacy: {topic: health, k: 11}），或任何數字皆可公開（privacy: none）</translation>
    </message>
    <message>
        <source>%1 reveals &quot;%2&quot;, which is no quantity with a privacy of its own</source>
        <translation>%1 會洩漏「%2」，但它不是自有 privacy 的量</translation>
    </message>
    <message>
        <source>%1: %2 of %3 values are withheld, since they are or would give away numbers from 1 to %4</source>
        <translation>%1：%3 個值中有 %2 個不公開，因其為 1 至 %4，或足以推算這樣的數字</translation>
    </message>
    <message>
        <source>Alarms as of %1: the shared store is away, or nobody judges them.</source>
        <translation>告警截至 %1：連不上共用資料庫，或沒有程式在判定。</translation>
    </message>
    <message>
        <source>Done here and not yet told to the others: %1. It is sent when the store is there again.</source>
        <translation>在此處理、其他席位尚未得知：%1 項。資料庫恢復後送出。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no whole address</source>
        <translation>「%1」不是完整的網址</translation>
    </message>
    <message>
        <source>is JSON with halves of characters in it, which cannot be read</source>
        <translation>是 JSON，但其中有殘缺的字元，無法讀取</translation>
    </message>
    <message>
        <source>%1 is told of several kinds of places, and small numbers of it are withheld: the pack is needed, which says what lies in what.</source>
        <translation>%1 來自多種地點，且人數過少者不公開：需要城市包（--pack）說明何者位於何處。</translation>
    </message>
    <message>
        <source>%1 values: %2</source>
        <translation>%1 個值：%2</translation>
    </message>
    <message>
        <source>Counted: places that go on as they have changed in the last half hour, or by their forecast, and will have %1 within 30 min; known of %2 of %3</source>
        <translation>計數：依預報或最近半小時的變化，30 分鐘內將符合 %1 的地點；%3 處中知道 %2 處</translation>
    </message>
    <message>
        <source>Where it is going is not known yet.</source>
        <translation>尚不知其變化。</translation>
    </message>
    <message>
        <source>%1 of %2 withheld</source>
        <translation>%2 處中 %1 處不公開</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>不公開</translation>
    </message>
    <message>
        <source>withheld (%1: fewer than %2)</source>
        <translation>不公開（%1少於 %2）</translation>
    </message>
    <message>
        <source>withheld (fewer than %1 more)</source>
        <translation>不公開（新增少於 %1）</translation>
    </message>
    <message>
        <source>withheld (fewer than %1)</source>
        <translation>不公開（少於 %1）</translation>
    </message>
    <message>
        <source>withheld (would give away one with fewer than %1)</source>
        <translation>不公開（足以推算少於 %1 者）</translation>
    </message>
    <message>
        <source>%1 was removed while it was in use. It was written anew with all it held.</source>
        <translation>%1 在使用中被移除，已連同原有的全部內容重新寫入。</translation>
    </message>
    <message>
        <source>Another file was put in the place of %1 while it was in use. What is learned from now on is written into that one.</source>
        <translation>%1 在使用中被換成另一個檔案；此後得知的內容都寫入那個檔案。</translation>
    </message>
    <message>
        <source>%1 was removed while it was in use and cannot be written anew (%2). What is learned is kept only until this program ends.</source>
        <translation>%1 在使用中被移除，而且無法重新寫入（%2）。得知的內容只保留到本程式結束為止。</translation>
    </message>
    <message>
        <source>fewer than %1 in a part of it</source>
        <translation>其中有少於 %1 者</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Folder of the city&apos;s pack.</source>
        <translation>城市包的資料夾。</translation>
    </message>
    <message>
        <source>A simulated day instead of the live feeds.</source>
        <translation>以模擬的一天取代即時資料源。</translation>
    </message>
    <message>
        <source>Recorded payloads in DIR instead of the live feeds.</source>
        <translation>以 DIR 中的錄存資料取代即時資料源。</translation>
    </message>
    <message>
        <source>Language: en or zh_TW.</source>
        <translation>語言：en 或 zh_TW。</translation>
    </message>
    <message>
        <source>Colours: dark or light.</source>
        <translation>色彩：dark 或 light。</translation>
    </message>
    <message>
        <source>The moment to start at, ISO 8601 with an offset.</source>
        <translation>起始時刻，ISO 8601 格式並附時差。</translation>
    </message>
    <message>
        <source>Usage: %1 [options]</source>
        <translation>用法：%1 [options]</translation>
    </message>
    <message>
        <source>--help lists the options.</source>
        <translation>用 --help 列出選項。</translation>
    </message>
    <message>
        <source>“%1” is not expected here.</source>
        <translation>此處不應有「%1」。</translation>
    </message>
    <message>
        <source>--demo and --replay exclude each other.</source>
        <translation>--demo 與 --replay 不可並用。</translation>
    </message>
    <message>
        <source>Unknown language “%1”; known are: %2.</source>
        <translation>不明的語言「%1」；可用：%2。</translation>
    </message>
    <message>
        <source>Unknown theme “%1”; known are: %2.</source>
        <translation>不明的色彩主題「%1」；可用：%2。</translation>
    </message>
    <message>
        <source>--speed needs a number from 0 to 10000, not “%1”.</source>
        <translation>--speed 需要 0 到 10000 的數字，不是「%1」。</translation>
    </message>
    <message>
        <source>--at needs a time like 2026-03-18T17:30:00+08:00, not “%1”.</source>
        <translation>--at 需要如 2026-03-18T17:30:00+08:00 的時間，不是「%1」。</translation>
    </message>
    <message>
        <source>Keep every answer of the feeds in DIR, to be replayed.</source>
        <translation>把來源的每個回應存進 DIR，供重播。</translation>
    </message>
    <message>
        <source>How fast the clock of the demo city or of a recording runs (1 is real time).</source>
        <translation>示範城市或錄存的時鐘走多快（1 為實際時間）。</translation>
    </message>
    <message>
        <source>History file to use, or a shared store: postgresql://user@server/database.</source>
        <translation>要使用的歷史檔，或共用資料庫：postgresql://user@server/database。</translation>
    </message>
    <message>
        <source>A link to a view, as “Copy a link to this view” makes it.</source>
        <translation>畫面的連結，由「複製此畫面的連結」產生。</translation>
    </message>
    <message>
        <source>Draw the window as large in percent, 100 to 200.</source>
        <translation>視窗放大的百分比，100 至 200。</translation>
    </message>
</context>
<context>
    <name>SelectionSummary</name>
    <message>
        <source>%1: mean %2, from %3 to %4 %5 (%6 with a value)</source>
        <translation>%1：平均 %2，%3 至 %4 %5（%6 個有值）</translation>
    </message>
</context>
<context>
    <name>TakeAway</name>
    <message>
        <source>Copy as table</source>
        <translation>複製為表格</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製為文字</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>複製圖片</translation>
    </message>
    <message>
        <source>Save as table…</source>
        <translation>另存為表格…</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>另存為圖片…</translation>
    </message>
</context>
<context>
    <name>UnstatedDialog</name>
    <message>
        <source>What does this file mean?</source>
        <translation>這個檔案的內容如何解讀？</translation>
    </message>
    <message>
        <source>%1 does not say. Its publisher should; a wrong choice puts things in the wrong place or garbles names.</source>
        <translation>%1 並未註明。這應由發布單位註明；選錯會使位置錯誤或名稱變成亂碼。</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>坐標系統</translation>
    </message>
    <message>
        <source>Encoding of texts</source>
        <translation>文字編碼</translation>
    </message>
    <message>
        <source>PROJ does not know this coordinate system.</source>
        <translation>PROJ 不認得此坐標系統。</translation>
    </message>
</context>
<context>
    <name>WindowPicture</name>
    <message>
        <source>The picture was not complete after %1 s.</source>
        <translation>圖片在 %1 秒後仍未完成。</translation>
    </message>
    <message>
        <source>The pack cannot be used:</source>
        <translation>城市包無法使用：</translation>
    </message>
    <message>
        <source>There is no dashboard “%1”; known are: %2.</source>
        <translation>沒有儀表板「%1」；可用：%2。</translation>
    </message>
    <message>
        <source>There is no place or area “%1”.</source>
        <translation>沒有地點或區域「%1」。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 無法寫入：%2</translation>
    </message>
</context>
<context>
    <name>app::AddSourceDialog</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>加入來源</translation>
    </message>
    <message>
        <source>Address of the source</source>
        <translation>來源的網址</translation>
    </message>
    <message>
        <source>for example api_key={secret:moenv}, if it needs a key</source>
        <translation>若需要金鑰，例如 api_key={secret:moenv}</translation>
    </message>
    <message>
        <source>Key by name</source>
        <translation>金鑰名稱</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>選擇檔案…</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>網址</translation>
    </message>
    <message>
        <source>Added to it</source>
        <translation>附加參數</translation>
    </message>
    <message>
        <source>Paste the address of a feed, a file of open data or the discovery file of a standard. It is asked once, politely; nothing is written yet.</source>
        <translation>貼上來源、開放資料檔案或標準格式探索檔的網址。只會詢問一次，這時還不寫任何檔案。</translation>
    </message>
    <message>
        <source>Keys are kept in the keyring and never in the pack: run “cityops secret set NAME” once, and name the key here.</source>
        <translation>金鑰存放在鑰匙圈，絕不寫進城市包：先執行一次「cityops secret set 名稱」，再於此填寫名稱。</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>選擇檔案</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Its records</source>
        <translation>紀錄所在</translation>
    </message>
    <message>
        <source>%1 could not be used: %2</source>
        <translation>無法使用 %1：%2</translation>
    </message>
    <message>
        <source>Check the address in a browser, and whether it needs a key; a link to a page about the data is not the data.</source>
        <translation>請用瀏覽器確認網址，以及是否需要金鑰；介紹資料的網頁並不是資料本身。</translation>
    </message>
    <message>
        <source>This is no address.</source>
        <translation>這不是網址。</translation>
    </message>
    <message>
        <source>It begins with https:// and is copied whole.</source>
        <translation>網址以 https:// 開頭，請完整複製。</translation>
    </message>
    <message>
        <source>1 of 3 · Where is it?</source>
        <translation>1／3&#x3000;在哪裡？</translation>
    </message>
    <message>
        <source>2 of 3 · What does it say?</source>
        <translation>2／3&#x3000;說了什麼？</translation>
    </message>
    <message>
        <source>3 of 3 · What is it called?</source>
        <translation>3／3&#x3000;叫什麼？</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>取得</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Add to the city</source>
        <translation>加入城市</translation>
    </message>
    <message>
        <source>%1 – %2 % sure</source>
        <translation>%1（把握 %2 %）</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n records)</source>
        <translation>
            <numerusform>%1（%n 筆）</numerusform>
        </translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>所有列</translation>
    </message>
    <message>
        <source>It could not be added: %1</source>
        <translation>無法加入：%1</translation>
    </message>
    <message>
        <source>Browse a catalogue…</source>
        <translation>瀏覽目錄…</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>正在讀取 %1…</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Check that it is a vector file with all its parts.</source>
        <translation>請確認是完整的向量檔案。</translation>
    </message>
    <message>
        <source>The file does not say its coordinate system; %1 is taken. Compare with what you know.</source>
        <translation>檔案沒有說明座標系統，採用 %1。請對照您所知道的位置。</translation>
    </message>
</context>
<context>
    <name>app::AlarmDesk</name>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message numerus="yes">
        <source>EXERCISE EXERCISE EXERCISE – %n of the messages in force is a drill</source>
        <translation>
            <numerusform>演習 演習 演習 – 生效訊息中有 %n 則為演習</numerusform>
        </translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
</context>
<context>
    <name>app::AlarmPanel</name>
    <message>
        <source>Why? A reason is needed to hide an alarm.</source>
        <translation>原因？隱藏告警須說明理由。</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Shelved and others</source>
        <translation>擱置及其他</translation>
    </message>
    <message>
        <source>Which alarms</source>
        <translation>顯示哪些告警</translation>
    </message>
    <message>
        <source>Note or reason</source>
        <translation>備註或理由</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>A: I have seen it and am on it</source>
        <translation>A：已看到並處理中</translation>
    </message>
    <message>
        <source>Unshelve</source>
        <translation>取消擱置</translation>
    </message>
    <message>
        <source>Shelve for</source>
        <translation>擱置</translation>
    </message>
    <message>
        <source>S: show it again</source>
        <translation>S：再次顯示</translation>
    </message>
    <message>
        <source>S: do not show it for a while</source>
        <translation>S：暫時不顯示</translation>
    </message>
    <message>
        <source>Put into service</source>
        <translation>恢復使用</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>How the alarms did in the last 24 hours</source>
        <translation>過去 24 小時的告警表現</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 分鐘</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 小時</translation>
    </message>
    <message>
        <source>4 h</source>
        <translation>4 小時</translation>
    </message>
    <message>
        <source>8 h</source>
        <translation>8 小時</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小時</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>多久</translation>
    </message>
    <message>
        <source>Nobody recorded which alarms there were at that moment.</source>
        <translation>沒有紀錄說那一刻有哪些告警。</translation>
    </message>
    <message>
        <source>Spoken</source>
        <translation>語音播報</translation>
    </message>
    <message>
        <source>Each new group of alarms of top priority is also said aloud, once</source>
        <translation>每個新的最高優先群組也以語音播報一次</translation>
    </message>
</context>
<context>
    <name>app::BookmarkTool</name>
    <message>
        <source>Bookmarks</source>
        <translation>書籤</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>儀表板</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>1000 pixels show</source>
        <translation>1000 像素涵蓋</translation>
    </message>
    <message>
        <source>There are no bookmarks yet. Ctrl+D keeps what the map shows now.</source>
        <translation>尚無書籤。按 Ctrl+D 記下地圖目前的畫面。</translation>
    </message>
    <message>
        <source>Bookmark this view (Ctrl+D)</source>
        <translation>將此畫面加入書籤 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Go there (Return)</source>
        <translation>前往 (Return)</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>刪除 (Del)</translation>
    </message>
</context>
<context>
    <name>app::CatalogueDialog</name>
    <message>
        <source>Look</source>
        <translation>尋找</translation>
    </message>
    <message>
        <source>Use this file</source>
        <translation>使用這個檔案</translation>
    </message>
    <message>
        <source>Browse a catalogue</source>
        <translation>瀏覽目錄</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>資料集</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>發布者</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>授權</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>目錄</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>This catalogue is searched by the address of a dataset&apos;s page: copy it from the browser into the search.</source>
        <translation>這個目錄用資料集頁面的網址搜尋：請從瀏覽器複製到搜尋欄。</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>正在詢問 %1…</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>無法讀取 %1：%2</translation>
    </message>
    <message>
        <source>Nothing was found. By its answer this catalogue is of the kind “%1”: choose it above.</source>
        <translation>什麼都沒找到。從回應看，這個目錄屬於「%1」：請在上方選擇。</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>什麼都沒找到。</translation>
    </message>
</context>
<context>
    <name>app::ColourRow</name>
    <message>
        <source>Colour %1</source>
        <translation>顏色 %1</translation>
    </message>
</context>
<context>
    <name>app::CompareTool</name>
    <message>
        <source>Only: %1</source>
        <translation>僅：%1</translation>
    </message>
    <message>
        <source>Without: %1</source>
        <translation>不含：%1</translation>
    </message>
</context>
<context>
    <name>app::DrawTool</name>
    <message>
        <source>Change of text</source>
        <translation>更改文字</translation>
    </message>
    <message>
        <source>Click where it belongs.</source>
        <translation>點選位置。</translation>
    </message>
    <message>
        <source>Drag, or click twice.</source>
        <translation>拖曳，或點兩下不同位置。</translation>
    </message>
    <message>
        <source>Click the corners; a double click ends.</source>
        <translation>依序點選轉折點；按兩下結束。</translation>
    </message>
    <message>
        <source>Write on the map</source>
        <translation>在地圖上寫字</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>繪圖</translation>
    </message>
    <message>
        <source>Ctrl+Z undoes, Esc ends. Kept for this city.</source>
        <translation>Ctrl+Z 復原，Esc 結束。會為此城市保存。</translation>
    </message>
    <message>
        <source>Type the text first, then click</source>
        <translation>請先輸入文字再點選</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>繪圖</translation>
    </message>
    <message>
        <source>The drawings could not be kept.</source>
        <translation>無法保存繪圖。</translation>
    </message>
    <message>
        <source>They stay on the map until the window closes; save them elsewhere.</source>
        <translation>關閉視窗前仍會留在地圖上；請另存他處。</translation>
    </message>
    <message>
        <source>The drawings of this city could not be read.</source>
        <translation>無法讀取此城市的繪圖。</translation>
    </message>
    <message>
        <source>New ones are not kept until the file is mended or removed: %1</source>
        <translation>在檔案修復或移除前，新的繪圖不會保存：%1</translation>
    </message>
    <message>
        <source>Save drawings</source>
        <translation>儲存繪圖</translation>
    </message>
    <message>
        <source>GeoJSON (*.geojson);;CSV (*.csv)</source>
        <translation>GeoJSON (*.geojson);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>The drawings could not be saved.</source>
        <translation>無法儲存繪圖。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>Text beside it</source>
        <translation>旁註文字</translation>
    </message>
    <message>
        <source>Text of the drawing</source>
        <translation>繪圖的文字</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>By</source>
        <translation>繪製者</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>繪製時間</translation>
    </message>
    <message>
        <source>Nothing has been drawn. Choose Draw at the edge of the map.</source>
        <translation>尚未繪製任何東西。請選地圖邊緣的「繪圖」。</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>復原 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>重做 (Ctrl+Y)</translation>
    </message>
    <message>
        <source>Show on the map (Return)</source>
        <translation>在地圖上顯示 (Return)</translation>
    </message>
    <message>
        <source>Save as GeoJSON or CSV</source>
        <translation>存成 GeoJSON 或 CSV</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>刪除 (Del)</translation>
    </message>
</context>
<context>
    <name>app::DroppedFiles</name>
    <message>
        <source>Reading %1 …</source>
        <translation>正在讀取 %1…</translation>
    </message>
    <message>
        <source>%1 could not be added.</source>
        <translation>無法加入 %1。</translation>
    </message>
    <message>
        <source>Check that it is a file GDAL can open (GeoPackage, Shapefile with all its parts, GeoJSON, KML, FlatGeobuf, CSV with coordinates, GeoTIFF, MBTiles) and drop it again.</source>
        <translation>請確認檔案可由 GDAL 開啟（GeoPackage、檔案齊全的 Shapefile、GeoJSON、KML、FlatGeobuf、含坐標的 CSV、GeoTIFF、MBTiles），再重新拖放。</translation>
    </message>
    <message>
        <source>The QGIS style of %1 is drawn only in part.</source>
        <translation>%1 的 QGIS 樣式只畫出一部分。</translation>
    </message>
    <message>
        <source>Use single symbols, categories or graduated colours of simple symbols in QGIS and save the style again.</source>
        <translation>請在 QGIS 改用單一符號、分類或分級顏色的簡單符號，再儲存一次樣式。</translation>
    </message>
</context>
<context>
    <name>app::ExtentPicker</name>
    <message>
        <source>Draw a box</source>
        <translation>畫出範圍</translation>
    </message>
    <message>
        <source>Take what is in view</source>
        <translation>採用目前畫面</translation>
    </message>
</context>
<context>
    <name>app::FeedDetail</name>
    <message>
        <source>No feed is chosen</source>
        <translation>尚未選擇資料源</translation>
    </message>
    <message>
        <source>Choose one in the table to see its day, its fields, the records refused and its last payloads.</source>
        <translation>在表格中選擇一個，即可檢視其一天的狀況、欄位、拒收的紀錄與最近的原始資料。</translation>
    </message>
    <message>
        <source>%1, %2 old</source>
        <translation>%1，距今 %2</translation>
    </message>
    <message>
        <source>24 h ago</source>
        <translation>24 小時前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>No payload has been kept yet.</source>
        <translation>尚未保留任何原始資料。</translation>
    </message>
    <message>
        <source>… cut off here: the payload has %1 bytes.</source>
        <translation>……在此截斷：原始資料共 %1 位元組。</translation>
    </message>
    <message>
        <source>Ask again now</source>
        <translation>立刻再問</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製為文字</translation>
    </message>
    <message>
        <source>Publisher&apos;s site…</source>
        <translation>發布者網站…</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>有何不對</translation>
    </message>
    <message>
        <source>About</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>Payloads</source>
        <translation>原始資料</translation>
    </message>
</context>
<context>
    <name>app::FeedsPage</name>
    <message>
        <source>Publisher&apos;s site</source>
        <translation>發布者網站</translation>
    </message>
    <message>
        <source>Open %1 in the browser?</source>
        <translation>要在瀏覽器開啟 %1 嗎？</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>資料源</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>依名稱篩選</translation>
    </message>
    <message>
        <source>Which feeds</source>
        <translation>哪些資料源</translation>
    </message>
    <message>
        <source>All feeds</source>
        <translation>全部資料源</translation>
    </message>
    <message>
        <source>Only those with trouble</source>
        <translation>只列有問題的</translation>
    </message>
    <message>
        <source>Ask every feed now</source>
        <translation>立即更新所有資料源</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>複製為表格</translation>
    </message>
    <message>
        <source>Back to the map</source>
        <translation>回到地圖</translation>
    </message>
</context>
<context>
    <name>app::FurnitureTool</name>
    <message>
        <source>Save the map as a picture</source>
        <translation>將地圖存成圖片</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 圖片 (*.png)</translation>
    </message>
    <message>
        <source>The picture could not be written.</source>
        <translation>無法寫入圖片。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>請選擇其他資料夾。</translation>
    </message>
</context>
<context>
    <name>app::HelpWindow</name>
    <message>
        <source>Reference pages</source>
        <translation>參考說明</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>無法讀取 %1：%2</translation>
    </message>
    <message>
        <source>There are no reference pages in %1.</source>
        <translation>%1 內沒有參考說明。</translation>
    </message>
</context>
<context>
    <name>app::IdentifyTool</name>
    <message>
        <source>What is here?</source>
        <translation>這裡有什麼？</translation>
    </message>
    <message>
        <source>Identify</source>
        <translation>查詢</translation>
    </message>
    <message>
        <source>Click on the map to list everything that lies there. Esc ends.</source>
        <translation>點選地圖，列出該處所有圖徵。Esc 結束。</translation>
    </message>
</context>
<context>
    <name>app::MainWindow</name>
    <message>
        <source>The theme %1 cannot be used.</source>
        <translation>無法使用佈景主題 %1。</translation>
    </message>
    <message>
        <source>The colours stay as they are.</source>
        <translation>維持原有色彩。</translation>
    </message>
    <message>
        <source>Open a city pack</source>
        <translation>開啟城市包</translation>
    </message>
    <message>
        <source>Add GIS layers</source>
        <translation>加入 GIS 圖層</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>鍵盤操作</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>選單</translation>
    </message>
    <message>
        <source>%1 – CityOps</source>
        <translation>%1 – CityOps</translation>
    </message>
    <message>
        <source>DEMO DATA</source>
        <translation>示範資料</translation>
    </message>
    <message>
        <source>Export this picture</source>
        <translation>匯出此圖片</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 圖片 (*.png)</translation>
    </message>
    <message>
        <source>The picture could not be written.</source>
        <translation>無法寫入圖片。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>One picture of a city from its GIS layers and live open data.</source>
        <translation>以 GIS 圖層與即時開放資料，呈現城市全貌。</translation>
    </message>
    <message>
        <source>Licence: GNU General Public License, version 3 or later.</source>
        <translation>授權：GNU General Public License 第 3 版或更新版本。</translation>
    </message>
    <message>
        <source>Built with Qt %1, GDAL, PROJ, SQLite, yaml-cpp and simdjson.</source>
        <translation>以 Qt %1、GDAL、PROJ、SQLite、yaml-cpp 及 simdjson 建置。</translation>
    </message>
    <message>
        <source>Sources of this city&apos;s data:</source>
        <translation>本城市的資料來源：</translation>
    </message>
    <message>
        <source>About, licences and sources</source>
        <translation>關於、授權與來源</translation>
    </message>
    <message>
        <source>Some GIS layers of the pack could not be read.</source>
        <translation>城市包的部分 GIS 圖層無法讀取。</translation>
    </message>
    <message>
        <source>The rest is shown. Mend the files and open the pack again.</source>
        <translation>其餘已顯示。請修正檔案後重新開啟城市包。</translation>
    </message>
    <message>
        <source>The history has a problem.</source>
        <translation>歷史資料發生問題。</translation>
    </message>
    <message>
        <source>The city is shown; charts may lack the past.</source>
        <translation>城市已顯示；圖表可能缺少過去資料。</translation>
    </message>
    <message>
        <source>Nothing was found for “%1”.</source>
        <translation>找不到「%1」。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Type part of a name, or a position: longitude and latitude, or easting and northing in %1.</source>
        <translation>請輸入部分名稱或位置：經度與緯度，或 %1 的橫坐標與縱坐標。</translation>
    </message>
    <message>
        <source>OWN COPY</source>
        <translation>本機副本</translation>
    </message>
    <message>
        <source>The shared store is gone for now.</source>
        <translation>共用資料庫暫時無法連線。</translation>
    </message>
    <message>
        <source>What is shown is this desk&apos;s own copy, as it was last. It goes on by itself when the store is back.</source>
        <translation>目前顯示的是本席位自己的副本，為最後所知的狀況。資料庫恢復後會自動接續。</translation>
    </message>
    <message>
        <source>There is no area among the drawings.</source>
        <translation>繪圖中沒有面。</translation>
    </message>
    <message>
        <source>What lies inside</source>
        <translation>區內有什麼</translation>
    </message>
    <message>
        <source>Draw an area, a rectangle or a circle first.</source>
        <translation>請先畫面、矩形或圓。</translation>
    </message>
    <message>
        <source>Alarms have a problem.</source>
        <translation>告警有問題。</translation>
    </message>
    <message>
        <source>They are shown all the same.</source>
        <translation>告警仍會顯示。</translation>
    </message>
    <message>
        <source>Five questions</source>
        <translation>五個問題</translation>
    </message>
    <message>
        <source>Each picture here answers one question about the city: what needs attention, where it is slow, whether the air is bad. Ctrl+1 to Ctrl+5.</source>
        <translation>每個畫面回答一個問題：哪裡需要關注、哪裡塞車、空氣好不好。按 Ctrl+1 至 Ctrl+5。</translation>
    </message>
    <message>
        <source>The situation in one sentence</source>
        <translation>一句話看狀況</translation>
    </message>
    <message>
        <source>The most urgent first. On the right: search (Ctrl+K), how old the data are, and the city&apos;s clock.</source>
        <translation>最急迫的在前。右側是搜尋（Ctrl+K）、資料新舊與城市時鐘。</translation>
    </message>
    <message>
        <source>The map</source>
        <translation>地圖</translation>
    </message>
    <message>
        <source>Click a district or a station and everything else follows. Esc leads one step out, Alt+Left goes back.</source>
        <translation>點選行政區或測站，其他內容隨之更新。Esc 往外一層，Alt+← 返回。</translation>
    </message>
    <message>
        <source>Numbers, charts, ranking</source>
        <translation>數字、圖表、排行</translation>
    </message>
    <message>
        <source>Every number says how old it is and where it came from: point at it. A right click on a tile, a chart or the table copies or saves it.</source>
        <translation>指向任一數字，即知其新舊與來源。在圖磚、圖表或表格上按右鍵，可複製或儲存。</translation>
    </message>
    <message>
        <source>The menu</source>
        <translation>選單</translation>
    </message>
    <message>
        <source>Everything that can be done, with its keys. Make a report (Ctrl+R) writes what you see as a document that can be checked. F1 opens the reference pages.</source>
        <translation>所有功能及其按鍵。「製作報告」（Ctrl+R）將所見寫成可查核的文件。F1 開啟說明。</translation>
    </message>
    <message>
        <source>That moment cannot be shown.</source>
        <translation>無法顯示該時刻。</translation>
    </message>
    <message>
        <source>The last picture stays. Press Esc for what is now.</source>
        <translation>保留上一個畫面。按 Esc 回到現在。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>All of the window is drawn as large, from the next start on.</source>
        <translation>整個視窗依此放大，下次啟動時生效。</translation>
    </message>
</context>
<context>
    <name>app::MapTools</name>
    <message>
        <source>Identify: what is here? (Ctrl+I)</source>
        <translation>查詢：這裡有什麼？(Ctrl+I)</translation>
    </message>
    <message>
        <source>Select by rectangle, polygon, lasso or radius</source>
        <translation>以矩形、多邊形、套索或半徑選取</translation>
    </message>
    <message>
        <source>Attribute table (Ctrl+Shift+T)</source>
        <translation>屬性表 (Ctrl+Shift+T)</translation>
    </message>
    <message>
        <source>Measure lengths and areas</source>
        <translation>量測長度與面積</translation>
    </message>
    <message>
        <source>Draw and write on the map</source>
        <translation>在地圖上繪圖與寫字</translation>
    </message>
    <message>
        <source>Bookmarks and earlier views</source>
        <translation>書籤與先前畫面</translation>
    </message>
    <message>
        <source>Overview, north, grid, scale, picture</source>
        <translation>鷹眼圖、指北針、格網、比例尺、圖片</translation>
    </message>
    <message>
        <source>Compare two maps</source>
        <translation>比較兩張地圖</translation>
    </message>
    <message>
        <source>My position</source>
        <translation>我的位置</translation>
    </message>
</context>
<context>
    <name>app::MappingForm</name>
    <message>
        <source>a place, with what is measured there</source>
        <translation>一個地點與其量測值</translation>
    </message>
    <message>
        <source>something that happens for a time</source>
        <translation>一段時間內發生的事件</translation>
    </message>
    <message>
        <source>A record is</source>
        <translation>一筆紀錄是</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>英文名稱</translation>
    </message>
    <message>
        <source>Longitude or easting</source>
        <translation>經度或東距</translation>
    </message>
    <message>
        <source>Latitude or northing</source>
        <translation>緯度或北距</translation>
    </message>
    <message>
        <source>or a geometry</source>
        <translation>或幾何</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>座標系統</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Format of time</source>
        <translation>時間格式</translation>
    </message>
    <message>
        <source>Zone of time</source>
        <translation>時區</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>is the quantity</source>
        <translation>是這種量</translation>
    </message>
    <message>
        <source>in</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（無）</translation>
    </message>
</context>
<context>
    <name>app::MeasureTool</name>
    <message>
        <source>Drag from the middle outwards, or click the middle and the rim. On the ellipsoid WGS 84. Esc ends.</source>
        <translation>由中心向外拖曳，或點選中心與圓周。依 WGS 84 橢球計算。Esc 結束。</translation>
    </message>
    <message>
        <source>Click the corners; Backspace takes one back, a double click ends. On the ellipsoid WGS 84. Esc ends.</source>
        <translation>依序點選轉折點；Backspace 退回一點，按兩下結束。依 WGS 84 橢球計算。Esc 結束。</translation>
    </message>
    <message>
        <source>Measure a length</source>
        <translation>量測長度</translation>
    </message>
    <message>
        <source>Measure an area</source>
        <translation>量測面積</translation>
    </message>
    <message>
        <source>Measure a radius</source>
        <translation>量測半徑</translation>
    </message>
</context>
<context>
    <name>app::NamesForm</name>
    <message>
        <source>Title in English</source>
        <translation>英文標題</translation>
    </message>
    <message>
        <source>Title in Chinese</source>
        <translation>中文標題</translation>
    </message>
    <message>
        <source>Id (name of its file)</source>
        <translation>代碼（檔案名稱）</translation>
    </message>
    <message>
        <source>Publisher in English</source>
        <translation>發布者（英文）</translation>
    </message>
    <message>
        <source>Publisher in Chinese</source>
        <translation>發布者（中文）</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>授權</translation>
    </message>
    <message>
        <source>Ask it every</source>
        <translation>詢問間隔</translation>
    </message>
    <message>
        <source>Show it on</source>
        <translation>顯示於</translation>
    </message>
    <message>
        <source>and on a dashboard of its own, with charts and a table</source>
        <translation>並建立專屬儀表板，含圖表與表格</translation>
    </message>
    <message>
        <source>(no other dashboard)</source>
        <translation>（不加到其他儀表板）</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>叫什麼名稱？</translation>
    </message>
    <message>
        <source>The id is of small letters, digits and hyphens.</source>
        <translation>代碼由小寫字母、數字和連字號組成。</translation>
    </message>
    <message>
        <source>Who publishes it?</source>
        <translation>由誰發布？</translation>
    </message>
    <message>
        <source>Under which licence? “unknown” is an answer too.</source>
        <translation>採用什麼授權？「unknown」也可以。</translation>
    </message>
    <message>
        <source>How often? For example “5 min”.</source>
        <translation>多久一次？例如「5 min」。</translation>
    </message>
</context>
<context>
    <name>app::NewCityDialog</name>
    <message>
        <source>Choose a file…</source>
        <translation>選擇檔案…</translation>
    </message>
    <message>
        <source>Create the city</source>
        <translation>建立城市</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>New city</source>
        <translation>新的城市</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>英文名稱</translation>
    </message>
    <message>
        <source>Name in Chinese</source>
        <translation>中文名稱</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>時區</translation>
    </message>
    <message>
        <source>from the positions of its first source</source>
        <translation>取自第一個來源的位置</translation>
    </message>
    <message>
        <source>from a GIS file</source>
        <translation>取自 GIS 檔案</translation>
    </message>
    <message>
        <source>drawn on the map</source>
        <translation>在地圖上畫</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>城市位置</translation>
    </message>
    <message>
        <source>Address or file</source>
        <translation>網址或檔案</translation>
    </message>
    <message>
        <source>Folder of its pack</source>
        <translation>城市包資料夾</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>選擇檔案</translation>
    </message>
    <message>
        <source>What is the city called?</source>
        <translation>城市叫什麼名稱？</translation>
    </message>
    <message>
        <source>Choose a time zone such as Asia/Taipei.</source>
        <translation>請選擇時區，例如 Asia/Taipei。</translation>
    </message>
    <message>
        <source>Draw a box around the city.</source>
        <translation>請畫出城市的範圍。</translation>
    </message>
    <message>
        <source>Give an address or choose a file.</source>
        <translation>請填寫網址或選擇檔案。</translation>
    </message>
    <message>
        <source>Name the folder of the pack in Latin letters.</source>
        <translation>城市包資料夾請用拉丁字母命名。</translation>
    </message>
    <message>
        <source>There is a pack in this folder already.</source>
        <translation>這個資料夾已有城市包。</translation>
    </message>
    <message>
        <source>This source has no positions. Choose another one, or draw the city on the map.</source>
        <translation>這個來源沒有位置。請換一個，或在地圖上畫出城市。</translation>
    </message>
    <message>
        <source>That is %1 degrees wide, more than a city. Draw it on the map instead.</source>
        <translation>範圍寬達 %1 度，超過一座城市。請改在地圖上畫。</translation>
    </message>
</context>
<context>
    <name>app::PositionTool</name>
    <message>
        <source>Your position is not asked for.</source>
        <translation>目前未查詢您的位置。</translation>
    </message>
    <message>
        <source>Waiting for a position …</source>
        <translation>等待定位…</translation>
    </message>
    <message>
        <source>It is tried again by itself where that can help.</source>
        <translation>若重試有用，會自動再試。</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>誤差 %1 內</translation>
    </message>
    <message>
        <source>accuracy not told</source>
        <translation>未提供精度</translation>
    </message>
    <message>
        <source>heading %1</source>
        <translation>航向 %1</translation>
    </message>
    <message>
        <source>%1 s old</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>old position</source>
        <translation>舊的位置</translation>
    </message>
    <message>
        <source>My position</source>
        <translation>我的位置</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>這台電腦</translation>
    </message>
    <message>
        <source>Receiver over the network (NMEA)</source>
        <translation>網路上的接收器 (NMEA)</translation>
    </message>
    <message>
        <source>Receiver at a serial port (NMEA)</source>
        <translation>序列埠上的接收器 (NMEA)</translation>
    </message>
    <message>
        <source>Recorded file (NMEA)</source>
        <translation>記錄檔 (NMEA)</translation>
    </message>
</context>
<context>
    <name>app::PreviewPane</name>
    <message>
        <source>It cannot be read like this: %1</source>
        <translation>這樣無法讀取：%1</translation>
    </message>
    <message>
        <source>%1 places, %2 values, %3 events, %4 alerts, %5 vehicles; %6 on the map; %7 problems</source>
        <translation>%1 個地點、%2 個數值、%3 個事件、%4 則示警、%5 部車輛；%6 個在地圖上；%7 個問題</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>%1 features, %2 on the map, %3 problems; coordinates in %4</source>
        <translation>%1 個圖徵，%2 個在地圖上，%3 個問題；座標系統 %4</translation>
    </message>
</context>
<context>
    <name>app::ProblemsPage</name>
    <message>
        <source>Reading %1 …</source>
        <translation>正在讀取 %1…</translation>
    </message>
    <message>
        <source>This city pack cannot be used: %1</source>
        <translation>此城市包無法使用：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n mistakes, each with its file, line and column. Mend them and read the pack again, or open another.</source>
        <translation>
            <numerusform>%n 個錯誤，各列出檔案、行與欄位置。請修正後重新讀取城市包，或開啟其他城市包。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open another pack…</source>
        <translation>開啟其他城市包…</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>重新讀取</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>複製清單</translation>
    </message>
    <message>
        <source>New city…</source>
        <translation>新的城市…</translation>
    </message>
</context>
<context>
    <name>app::ReportDialog</name>
    <message>
        <source>Make a report</source>
        <translation>製作報告</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>區域</translation>
    </message>
    <message>
        <source>Text by hand, where the report has room for it</source>
        <translation>人工文字，供有此欄位的報告使用</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存新檔…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>報告(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Area</source>
        <translation>區域(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>備註(&amp;N)</translation>
    </message>
    <message>
        <source>Preview of the page</source>
        <translation>頁面預覽</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>Page </source>
        <translation>第 </translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>This city&apos;s pack has no reports. What one needs: page “report” of the help.</source>
        <translation>此城市包沒有報告。所需內容見說明的「report」頁。</translation>
    </message>
    <message>
        <source>DEMO DATA</source>
        <translation>示範資料</translation>
    </message>
    <message>
        <source>Looking at the city…</source>
        <translation>正在查看城市…</translation>
    </message>
    <message>
        <source>Making the pages…</source>
        <translation>正在製作頁面…</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> 頁，共 %1 頁</translation>
    </message>
    <message>
        <source>Code %1. Data of %2.</source>
        <translation>查核碼 %1。資料時間 %2。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>儲存報告</translation>
    </message>
    <message>
        <source>Reports (%1)</source>
        <translation>報告（%1）</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在寫入…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已儲存：%1</translation>
    </message>
</context>
<context>
    <name>app::ReportMaking</name>
    <message>
        <source>Looking at the city…</source>
        <translation>正在查看城市…</translation>
    </message>
    <message>
        <source>Asking the history…</source>
        <translation>正在查詢歷史紀錄…</translation>
    </message>
    <message>
        <source>Comparing with what is usual…</source>
        <translation>與平常相比…</translation>
    </message>
</context>
<context>
    <name>app::SelectTool</name>
    <message>
        <source>Shift adds, Ctrl takes away. Esc ends.</source>
        <translation>Shift 加選，Ctrl 減選。Esc 結束。</translation>
    </message>
    <message>
        <source>Select by rectangle</source>
        <translation>以矩形選取</translation>
    </message>
    <message>
        <source>Drag a rectangle, or click two corners.</source>
        <translation>拖曳矩形，或點選兩個角。</translation>
    </message>
    <message>
        <source>Select by polygon</source>
        <translation>以多邊形選取</translation>
    </message>
    <message>
        <source>Click the corners; a double click ends.</source>
        <translation>依序點選轉折點；按兩下結束。</translation>
    </message>
    <message>
        <source>Select by lasso</source>
        <translation>以套索選取</translation>
    </message>
    <message>
        <source>Drag around what you want.</source>
        <translation>拖曳圈出範圍。</translation>
    </message>
    <message>
        <source>Select by radius</source>
        <translation>以半徑選取</translation>
    </message>
    <message>
        <source>Drag from the middle outwards, or click the middle and the rim.</source>
        <translation>由中心向外拖曳，或點選中心與圓周。</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>選取</translation>
    </message>
    <message>
        <source>Searched: %1</source>
        <translation>搜尋範圍：%1</translation>
    </message>
    <message>
        <source>Searching the layers for “%1” …</source>
        <translation>正在圖層中尋找「%1」…</translation>
    </message>
</context>
<context>
    <name>app::SourceDraft</name>
    <message>
        <source>Asking %1 …</source>
        <translation>正在詢問 %1…</translation>
    </message>
    <message>
        <source>it is larger than 64 MB</source>
        <translation>超過 64 MB</translation>
    </message>
    <message>
        <source>Looking at %1 kB …</source>
        <translation>正在查看 %1 kB…</translation>
    </message>
    <message numerus="yes">
        <source>Following %n links …</source>
        <translation>
            <numerusform>正在跟隨 %n 個連結…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SourceWork</name>
    <message>
        <source>The city could not be written.</source>
        <translation>無法寫入城市。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>This pack cannot be changed</source>
        <translation>這個城市包不能更改</translation>
    </message>
    <message>
        <source>%1 belongs to the system. A copy of it in your own folder can be added to.</source>
        <translation>%1 屬於系統。可以在您自己的資料夾建立複本，再加入來源。</translation>
    </message>
    <message>
        <source>Copy it and open the copy</source>
        <translation>複製並開啟複本</translation>
    </message>
    <message>
        <source>The pack could not be copied.</source>
        <translation>無法複製城市包。</translation>
    </message>
    <message>
        <source>Copy the folder by hand and open it.</source>
        <translation>請自行複製資料夾後開啟。</translation>
    </message>
    <message>
        <source>The source could not be written.</source>
        <translation>無法寫入來源。</translation>
    </message>
    <message>
        <source>The pack is as it was.</source>
        <translation>城市包維持原狀。</translation>
    </message>
    <message>
        <source>The source does not fit into the pack.</source>
        <translation>這個來源與城市包不合。</translation>
    </message>
    <message>
        <source>It was taken out again; the pack is as it was.</source>
        <translation>已移除，城市包維持原狀。</translation>
    </message>
    <message>
        <source>Nothing was taken back.</source>
        <translation>沒有復原任何東西。</translation>
    </message>
    <message>
        <source>Only what was added in the window can be.</source>
        <translation>只有在視窗中加入的才能復原。</translation>
    </message>
    <message>
        <source>%1 was taken out again.</source>
        <translation>已移除 %1。</translation>
    </message>
</context>
<context>
    <name>app::StyleEditing</name>
    <message>
        <source>Save the style as</source>
        <translation>另存樣式</translation>
    </message>
    <message>
        <source>YAML (*.yaml)</source>
        <translation>YAML (*.yaml)</translation>
    </message>
    <message>
        <source>The style was not saved.</source>
        <translation>樣式未儲存。</translation>
    </message>
    <message>
        <source>Choose a folder you may write to.</source>
        <translation>請選擇有寫入權限的資料夾。</translation>
    </message>
</context>
<context>
    <name>app::TableTool</name>
    <message>
        <source>Attribute table</source>
        <translation>屬性表</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Save rows</source>
        <translation>儲存資料列</translation>
    </message>
    <message>
        <source>CSV (*.csv);;GeoJSON (*.geojson)</source>
        <translation>CSV (*.csv);;GeoJSON (*.geojson)</translation>
    </message>
    <message>
        <source>The rows could not be saved.</source>
        <translation>無法儲存資料列。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>細節</translation>
    </message>
    <message>
        <source>%1: level</source>
        <translation>%1：等級</translation>
    </message>
</context>
<context>
    <name>app::TimeTravel</name>
    <message>
        <source>Learned later</source>
        <translation>事後得知</translation>
    </message>
    <message>
        <source>Notes on time</source>
        <translation>時間註記</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>as it was shown then</source>
        <translation>依當時所顯示</translation>
    </message>
    <message>
        <source>with all that was learned since</source>
        <translation>依現在所知</translation>
    </message>
    <message>
        <source>A note on time</source>
        <translation>時間註記</translation>
    </message>
    <message>
        <source>What happened at %1?</source>
        <translation>%1 發生了什麼？</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>註記</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>對象</translation>
    </message>
    <message>
        <source>By</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>寫於</translation>
    </message>
    <message>
        <source>Go there (Return)</source>
        <translation>前往（Return）</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>刪除（Del）</translation>
    </message>
    <message>
        <source>Several times</source>
        <translation>多個時刻</translation>
    </message>
    <message>
        <source>There are no notes yet. Double-click the bar of time, or press Ctrl+Shift+J.</source>
        <translation>尚無註記。在時間列上按兩下，或按 Ctrl+Shift+J。</translation>
    </message>
    <message>
        <source>Write a note at this moment (Ctrl+Shift+J)</source>
        <translation>在此刻寫註記（Ctrl+Shift+J）</translation>
    </message>
    <message>
        <source>NOW: alarms to acknowledge: %1</source>
        <translation>現在待確認的告警：%1</translation>
    </message>
</context>
<context>
    <name>app::TimesPage</name>
    <message>
        <source>Several times side by side</source>
        <translation>多個時刻並排</translation>
    </message>
    <message>
        <source>is being drawn</source>
        <translation>繪製中</translation>
    </message>
</context>
<context>
    <name>app::Tour</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>結束導覽</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>app::Wall</name>
    <message>
        <source>Impact</source>
        <translation>影響</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>DEMO DATA</source>
        <translation>示範資料</translation>
    </message>
    <message>
        <source>EXERCISE – one of the messages is a drill</source>
        <translation>演習 – 訊息中有演習</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>尚無資料</translation>
    </message>
    <message>
        <source>NO NETWORK</source>
        <translation>無網路</translation>
    </message>
    <message>
        <source>%1/%2 feeds</source>
        <translation>資料源 %1/%2</translation>
    </message>
    <message>
        <source>OWN COPY</source>
        <translation>本機副本</translation>
    </message>
    <message>
        <source>ALARMS AS OF %1</source>
        <translation>告警截至 %1</translation>
    </message>
</context>
<context>
    <name>app::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>Open a city pack…</source>
        <translation>開啟城市包…</translation>
    </message>
    <message>
        <source>Add a GIS layer…</source>
        <translation>加入 GIS 圖層…</translation>
    </message>
    <message>
        <source>Export this picture…</source>
        <translation>匯出此圖片…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>Ask every feed now</source>
        <translation>立即索取所有資料源</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>淺色或深色</translation>
    </message>
    <message>
        <source>English or 繁體中文</source>
        <translation>English 或繁體中文</translation>
    </message>
    <message>
        <source>Layers and legend</source>
        <translation>圖層與圖例</translation>
    </message>
    <message>
        <source>Charts and table</source>
        <translation>圖表與表格</translation>
    </message>
    <message>
        <source>Coordinates in metres or degrees</source>
        <translation>坐標以公尺或度表示</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全螢幕</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>前往(&amp;G)</translation>
    </message>
    <message>
        <source>Back (undo)</source>
        <translation>上一步（復原）</translation>
    </message>
    <message>
        <source>Forward (redo)</source>
        <translation>下一步（重做）</translation>
    </message>
    <message>
        <source>One step out</source>
        <translation>往外一層</translation>
    </message>
    <message>
        <source>The whole city</source>
        <translation>全市</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>Reference pages</source>
        <translation>參考說明</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>鍵盤操作</translation>
    </message>
    <message>
        <source>About, licences and sources</source>
        <translation>關於、授權與來源</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Feeds: how each is doing</source>
        <translation>資料源：各自的狀況</translation>
    </message>
    <message>
        <source>&amp;Map tools</source>
        <translation>地圖工具(&amp;M)</translation>
    </message>
    <message>
        <source>Identify</source>
        <translation>查詢</translation>
    </message>
    <message>
        <source>Attribute table</source>
        <translation>屬性表</translation>
    </message>
    <message>
        <source>Select by rectangle</source>
        <translation>以矩形選取</translation>
    </message>
    <message>
        <source>Select by polygon</source>
        <translation>以多邊形選取</translation>
    </message>
    <message>
        <source>Select by lasso</source>
        <translation>以套索選取</translation>
    </message>
    <message>
        <source>Select by radius</source>
        <translation>以半徑選取</translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation>縮放至選取</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>取消選取</translation>
    </message>
    <message>
        <source>Measure a length</source>
        <translation>量測長度</translation>
    </message>
    <message>
        <source>Measure an area</source>
        <translation>量測面積</translation>
    </message>
    <message>
        <source>Measure a radius</source>
        <translation>量測半徑</translation>
    </message>
    <message>
        <source>&amp;Draw</source>
        <translation>繪圖(&amp;D)</translation>
    </message>
    <message>
        <source>Draw a point</source>
        <translation>畫點</translation>
    </message>
    <message>
        <source>Draw a line</source>
        <translation>畫線</translation>
    </message>
    <message>
        <source>Draw an area</source>
        <translation>畫面</translation>
    </message>
    <message>
        <source>Draw a rectangle</source>
        <translation>畫矩形</translation>
    </message>
    <message>
        <source>Draw a circle</source>
        <translation>畫圓</translation>
    </message>
    <message>
        <source>Write text</source>
        <translation>寫字</translation>
    </message>
    <message>
        <source>List of drawings</source>
        <translation>繪圖清單</translation>
    </message>
    <message>
        <source>M&amp;ap</source>
        <translation>地圖(&amp;A)</translation>
    </message>
    <message>
        <source>Bookmark this view</source>
        <translation>將此畫面加入書籤</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>書籤</translation>
    </message>
    <message>
        <source>Earlier view of the map</source>
        <translation>地圖的前一畫面</translation>
    </message>
    <message>
        <source>Later view of the map</source>
        <translation>地圖的後一畫面</translation>
    </message>
    <message>
        <source>Set the scale</source>
        <translation>設定比例尺</translation>
    </message>
    <message>
        <source>Overview map</source>
        <translation>鷹眼圖</translation>
    </message>
    <message>
        <source>North arrow</source>
        <translation>指北針</translation>
    </message>
    <message>
        <source>Longitude and latitude</source>
        <translation>經緯度格網</translation>
    </message>
    <message>
        <source>Grid of the city&apos;s coordinates</source>
        <translation>城市坐標格網</translation>
    </message>
    <message>
        <source>Copy the map as a picture</source>
        <translation>將地圖複製成圖片</translation>
    </message>
    <message>
        <source>Save the map as a picture…</source>
        <translation>將地圖存成圖片…</translation>
    </message>
    <message>
        <source>Compare: swipe</source>
        <translation>比較：捲簾</translation>
    </message>
    <message>
        <source>Compare: side by side</source>
        <translation>比較：左右並排</translation>
    </message>
    <message>
        <source>My position</source>
        <translation>我的位置</translation>
    </message>
    <message>
        <source>New city…</source>
        <translation>新的城市…</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>加入來源…</translation>
    </message>
    <message>
        <source>Take the last source out again</source>
        <translation>移除最後加入的來源</translation>
    </message>
    <message>
        <source>Browse a catalogue…</source>
        <translation>瀏覽目錄…</translation>
    </message>
    <message>
        <source>Copy a link to this view</source>
        <translation>複製此畫面的連結</translation>
    </message>
    <message>
        <source>What lies within 1 km of the pointer</source>
        <translation>指標 1 公里內有什麼</translation>
    </message>
    <message>
        <source>What lies inside the last drawing</source>
        <translation>最後一個繪圖內有什麼</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Make a report…</source>
        <translation>製作報告…</translation>
    </message>
    <message>
        <source>Tour of the window</source>
        <translation>視窗導覽</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>時間(&amp;T)</translation>
    </message>
    <message>
        <source>Live, or stop here</source>
        <translation>即時，或停在此刻</translation>
    </message>
    <message>
        <source>Play or pause the past</source>
        <translation>播放或暫停過去</translation>
    </message>
    <message>
        <source>A minute back</source>
        <translation>後退一分鐘</translation>
    </message>
    <message>
        <source>A minute on</source>
        <translation>前進一分鐘</translation>
    </message>
    <message>
        <source>To the alarm or change before</source>
        <translation>到上一個警報或變化</translation>
    </message>
    <message>
        <source>To the next alarm or change</source>
        <translation>到下一個警報或變化</translation>
    </message>
    <message>
        <source>The past as it is known now</source>
        <translation>以現在所知看過去</translation>
    </message>
    <message>
        <source>What was learned later</source>
        <translation>事後得知的資料</translation>
    </message>
    <message>
        <source>Write a note on time…</source>
        <translation>寫時間註記…</translation>
    </message>
    <message>
        <source>Notes on time</source>
        <translation>時間註記</translation>
    </message>
    <message>
        <source>Several times side by side</source>
        <translation>多個時刻並排</translation>
    </message>
    <message>
        <source>Size of text…</source>
        <translation>文字大小…</translation>
    </message>
    <message>
        <source>Keep for comparison, or no longer</source>
        <translation>留作比較，或取消</translation>
    </message>
</context>
<context>
    <name>widgets::AgesButton</name>
    <message>
        <source>How old the data are</source>
        <translation>資料新舊</translation>
    </message>
    <message>
        <source>No feeds</source>
        <translation>無資料源</translation>
    </message>
    <message>
        <source>All data fresh</source>
        <translation>資料均為最新</translation>
    </message>
    <message>
        <source>%1: %2 of %3 feeds</source>
        <extracomment>%1 is &quot;stale&quot;, &quot;late&quot; ...; %2 of %3 feeds are not fresh</extracomment>
        <translation>%1：%2／%3 個資料源</translation>
    </message>
</context>
<context>
    <name>widgets::AlarmButton</name>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>No alarms</source>
        <translation>沒有告警</translation>
    </message>
    <message>
        <source>Alarms: not known</source>
        <translation>告警：無從得知</translation>
    </message>
</context>
<context>
    <name>widgets::AlertNote</name>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>應變事項</translation>
    </message>
</context>
<context>
    <name>widgets::AttributeTable</name>
    <message>
        <source>Searching …</source>
        <translation>搜尋中…</translation>
    </message>
    <message>
        <source>%1 of %2 rows, %3 selected</source>
        <translation>%1／%2 列，選取 %3</translation>
    </message>
    <message>
        <source>Filter: words, or field &gt; value</source>
        <translation>篩選：文字，或 欄位 &gt; 值</translation>
    </message>
    <message>
        <source>Words that stand anywhere in a row, or a condition on one field: field = value, also != &lt; &lt;= &gt; &gt;= and ~ (contains)</source>
        <translation>列中任一處的文字，或單一欄位的條件：欄位 = 值，亦可用 != &lt; &lt;= &gt; &gt;= 與 ~（包含）</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>篩選資料列</translation>
    </message>
    <message>
        <source>Layer of the table</source>
        <translation>屬性表的圖層</translation>
    </message>
    <message>
        <source>Only in view</source>
        <translation>僅畫面內</translation>
    </message>
    <message>
        <source>Only selected</source>
        <translation>僅選取</translation>
    </message>
    <message>
        <source>Attribute table</source>
        <translation>屬性表</translation>
    </message>
    <message>
        <source>Zoom to the selected rows</source>
        <translation>縮放至選取的列</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all, with headers (Ctrl+C)</source>
        <translation>複製選取或全部的列，含標題 (Ctrl+C)</translation>
    </message>
    <message>
        <source>Save the selected rows, or all, as CSV or GeoJSON</source>
        <translation>將選取或全部的列存成 CSV 或 GeoJSON</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>取消選取</translation>
    </message>
</context>
<context>
    <name>widgets::BarsView</name>
    <message>
        <source>no data</source>
        <translation>無資料</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>還有 %n 項</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::BreadcrumbBar</name>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>返回 (Alt+Left)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>前進 (Alt+Right)</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前進</translation>
    </message>
    <message>
        <source>Where you are</source>
        <translation>目前位置</translation>
    </message>
</context>
<context>
    <name>widgets::ChartPanel</name>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>目前尚無可繪製的資料。</translation>
    </message>
    <message>
        <source>Show all of the time</source>
        <translation>顯示全部時間</translation>
    </message>
    <message>
        <source>Why this number? (?)</source>
        <translation>這個數字怎麼來的？(?)</translation>
    </message>
</context>
<context>
    <name>widgets::CompareView</name>
    <message>
        <source>Handle between the two maps</source>
        <translation>兩張地圖之間的把手</translation>
    </message>
    <message>
        <source>Drag, or move with the arrow keys; Shift moves further, Esc ends comparing</source>
        <translation>拖曳，或用方向鍵移動；加 Shift 移動較多，Esc 結束比較</translation>
    </message>
    <message>
        <source>What the right side shows</source>
        <translation>右側顯示的內容</translation>
    </message>
    <message>
        <source>Second map</source>
        <translation>第二張地圖</translation>
    </message>
</context>
<context>
    <name>widgets::CriteriaPanel</name>
    <message>
        <source>meets</source>
        <translation>達到</translation>
    </message>
    <message>
        <source>does not meet</source>
        <translation>未達</translation>
    </message>
    <message>
        <source>data missing</source>
        <translation>資料不足</translation>
    </message>
    <message>
        <source>Published criteria (who decides is a person in office)</source>
        <translation>公布的標準（由主管機關首長決定）</translation>
    </message>
    <message>
        <source>Show where: %1</source>
        <translation>看位置：%1</translation>
    </message>
</context>
<context>
    <name>widgets::DetailPanel</name>
    <message>
        <source>Nothing has been measured here yet.</source>
        <translation>此處尚無觀測。</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>關閉 (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>widgets::DetailRow</name>
    <message>
        <source>No data</source>
        <translation>無資料</translation>
    </message>
    <message>
        <source>Why this number? (?)</source>
        <translation>這個數字怎麼來的？(?)</translation>
    </message>
</context>
<context>
    <name>widgets::ErrorNote</name>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>widgets::FeedAgeList</name>
    <message>
        <source>How old the data are</source>
        <translation>資料新舊</translation>
    </message>
</context>
<context>
    <name>widgets::FeedStrip</name>
    <message>
        <source>The last 24 hours</source>
        <translation>過去 24 小時</translation>
    </message>
</context>
<context>
    <name>widgets::GroundStore</name>
    <message>
        <source>%1: %2; asked again in a minute</source>
        <translation>%1：%2；一分鐘後再次索取</translation>
    </message>
    <message>
        <source>%1: %2; shown as kept on %3</source>
        <translation>%1：%2；顯示 %3 所保存的內容</translation>
    </message>
</context>
<context>
    <name>widgets::IdentifyPanel</name>
    <message>
        <source>%1 of %2 – %3 – %4</source>
        <translation>%1／%2 – %3 – %4</translation>
    </message>
    <message>
        <source>Previous thing</source>
        <translation>上一個</translation>
    </message>
    <message>
        <source>Next thing</source>
        <translation>下一個</translation>
    </message>
    <message>
        <source>Copy its attributes</source>
        <translation>複製其屬性</translation>
    </message>
    <message>
        <source>Show it on the map</source>
        <translation>在地圖上顯示</translation>
    </message>
    <message>
        <source>Nothing of the layers shown lies here. Click on the map; with the keyboard, move the map and press Return.</source>
        <translation>此處沒有顯示中圖層的圖徵。請點選地圖；用鍵盤時，移動地圖後按 Return。</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>屬性</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>屬性</translation>
    </message>
    <message>
        <source>Things at this position</source>
        <translation>此處的圖徵</translation>
    </message>
</context>
<context>
    <name>widgets::ImpactPanel</name>
    <message>
        <source>What lies inside: %1</source>
        <translation>區內有什麼：%1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製為文字</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>複製為 CSV</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>關閉 (Esc)</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>還有 %1 項</translation>
    </message>
</context>
<context>
    <name>widgets::KpiTile</name>
    <message>
        <source>No data</source>
        <translation>無資料</translation>
    </message>
</context>
<context>
    <name>widgets::LayerPanel</name>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>No layers here. Drop a map file on the window to add one.</source>
        <translation>此處沒有圖層。將地圖檔拖放到視窗即可加入。</translation>
    </message>
    <message>
        <source>Basemap</source>
        <translation>底圖</translation>
    </message>
</context>
<context>
    <name>widgets::LayerRow</name>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Style of %1</source>
        <translation>%1 的樣式</translation>
    </message>
    <message>
        <source>Style …</source>
        <translation>樣式…</translation>
    </message>
</context>
<context>
    <name>widgets::MapCanvas</name>
    <message>
        <source>Copy coordinates</source>
        <translation>複製坐標</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>縮小 (-)</translation>
    </message>
    <message>
        <source>Whole city</source>
        <translation>全市</translation>
    </message>
    <message>
        <source>Whole city (Home)</source>
        <translation>全市 (Home)</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地圖</translation>
    </message>
    <message>
        <source>Basemap</source>
        <translation>底圖</translation>
    </message>
</context>
<context>
    <name>widgets::MapDrawer</name>
    <message>
        <source>Close (Esc)</source>
        <translation>關閉 (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Pages under the map</source>
        <translation>地圖下方的頁面</translation>
    </message>
</context>
<context>
    <name>widgets::OverviewMap</name>
    <message>
        <source>Overview map</source>
        <translation>鷹眼圖</translation>
    </message>
    <message>
        <source>Drag the frame or click to move the map; arrow keys, + and - work, too</source>
        <translation>拖曳框線或點選以移動地圖；亦可用方向鍵、+ 與 -</translation>
    </message>
</context>
<context>
    <name>widgets::PastBanner</name>
    <message>
        <source>NOT LIVE</source>
        <translation>非即時</translation>
    </message>
    <message>
        <source>Back to live (Esc)</source>
        <translation>回到即時（Esc）</translation>
    </message>
    <message>
        <source>What is shown is not live</source>
        <translation>畫面不是即時的</translation>
    </message>
</context>
<context>
    <name>widgets::PositionPanel</name>
    <message>
        <source>Switch off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Map follows</source>
        <translation>地圖跟隨</translation>
    </message>
    <message>
        <source>Source of the position</source>
        <translation>位置的來源</translation>
    </message>
    <message>
        <source>Address of the receiver</source>
        <translation>接收器的位址</translation>
    </message>
</context>
<context>
    <name>widgets::RailBar</name>
    <message>
        <source>Dashboards</source>
        <translation>儀表板</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>圖層</translation>
    </message>
    <message>
        <source>Show or fold away the list of layers</source>
        <translation>顯示或收合圖層清單</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>資料源</translation>
    </message>
    <message>
        <source>How every feed is doing</source>
        <translation>各資料源的狀況</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Make a report of what is looked at (Ctrl+R)</source>
        <translation>將目前所見製成報告（Ctrl+R）</translation>
    </message>
</context>
<context>
    <name>widgets::RankedTable</name>
    <message>
        <source>There is nothing to list.</source>
        <translation>沒有可列出的項目。</translation>
    </message>
    <message>
        <source>Why this number? (?)</source>
        <translation>這個數字怎麼來的？(?)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>widgets::ScaleField</name>
    <message>
        <source>Scale of the map</source>
        <translation>地圖比例尺</translation>
    </message>
    <message>
        <source>Scale at the middle of the map. True if the screen has %1 dots an inch, as it says of itself.</source>
        <translation>地圖中心的比例尺。若螢幕如其所述為每吋 %1 點，則為真實比例。</translation>
    </message>
    <message>
        <source>Scale at the middle of the map. The screen does not say how large it is; %1 dots an inch are assumed.</source>
        <translation>地圖中心的比例尺。螢幕未說明其大小；假設為每吋 %1 點。</translation>
    </message>
</context>
<context>
    <name>widgets::SearchBox</name>
    <message>
        <source>Search (Ctrl+K)</source>
        <translation>搜尋 (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
</context>
<context>
    <name>widgets::SelectionPanel</name>
    <message>
        <source>%1 selected</source>
        <translation>已選取 %1</translation>
    </message>
    <message>
        <source>Nothing is selected. Draw a rectangle, an outline or a circle on the map; Shift adds, Ctrl takes away.</source>
        <translation>尚未選取。請在地圖上畫矩形、輪廓或圓；Shift 加選，Ctrl 減選。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>圖層</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>已選取</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Selected, by layer</source>
        <translation>各圖層的選取</translation>
    </message>
    <message>
        <source>Show in the attribute table (Return)</source>
        <translation>在屬性表中顯示 (Return)</translation>
    </message>
    <message>
        <source>Zoom to what is selected</source>
        <translation>縮放至選取</translation>
    </message>
    <message>
        <source>Copy this list</source>
        <translation>複製此清單</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>取消選取</translation>
    </message>
</context>
<context>
    <name>widgets::SeriesView</name>
    <message>
        <source>no data</source>
        <translation>無資料</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
</context>
<context>
    <name>widgets::SituationPanel</name>
    <message>
        <source>Why this number? (?)</source>
        <translation>這個數字怎麼來的？(?)</translation>
    </message>
    <message>
        <source>Copy the situation</source>
        <translation>複製現況</translation>
    </message>
</context>
<context>
    <name>widgets::StylePanel</name>
    <message>
        <source>Style of %1</source>
        <translation>%1 的樣式</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>線</translation>
    </message>
    <message>
        <source>Polygons</source>
        <translation>面</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>群集</translation>
    </message>
    <message>
        <source>Hexagons</source>
        <translation>六角網格</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>熱區圖</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>流向</translation>
    </message>
    <message>
        <source>One colour</source>
        <translation>單一顏色</translation>
    </message>
    <message>
        <source>One size</source>
        <translation>單一大小</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>%1 (not for the colour-blind)</source>
        <translation>%1（色覺異常者不易分辨）</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>Save to pack</source>
        <translation>存入資料包</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存新檔…</translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation>畫成</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>顏色依據</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>分級方式</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>級數</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>色盤</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>反轉</translation>
    </message>
    <message>
        <source>Size in pixels</source>
        <translation>大小（像素）</translation>
    </message>
    <message>
        <source>Size by</source>
        <translation>大小依據</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>Labels along lines</source>
        <translation>沿線標註</translation>
    </message>
    <message>
        <source>Quantiles</source>
        <translation>等量分級</translation>
    </message>
    <message>
        <source>Natural breaks</source>
        <translation>自然斷點</translation>
    </message>
    <message>
        <source>Equal widths</source>
        <translation>等距分級</translation>
    </message>
    <message>
        <source>Round numbers</source>
        <translation>整數斷點</translation>
    </message>
    <message>
        <source>Standard deviations</source>
        <translation>標準差</translation>
    </message>
    <message>
        <source>As given</source>
        <translation>自訂斷點</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>widgets::TimeAxis</name>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Left and Right go a minute, with Ctrl an hour; End goes back to live; Space plays.</source>
        <translation>左右鍵移動一分鐘，加 Ctrl 移動一小時；End 回到即時；空白鍵播放。</translation>
    </message>
    <message>
        <source>Nothing was recorded from %1 to %2.</source>
        <translation>%1 至 %2 沒有紀錄。</translation>
    </message>
    <message>
        <source>Before the first record.</source>
        <translation>早於第一筆紀錄。</translation>
    </message>
    <message>
        <source>Not yet.</source>
        <translation>尚未發生。</translation>
    </message>
    <message>
        <source>Click or drag: go there. Shift and drag: repeat a range. Wheel: zoom. Double click: write a note.</source>
        <translation>按一下或拖曳：前往該時刻。Shift＋拖曳：重複播放範圍。滾輪：縮放。按兩下：寫註記。</translation>
    </message>
</context>
<context>
    <name>widgets::TimelineBar</name>
    <message>
        <source>Back to live</source>
        <translation>回到即時</translation>
    </message>
    <message>
        <source>● Live</source>
        <translation>● 即時</translation>
    </message>
    <message>
        <source>Stop here (F6)</source>
        <translation>停在此刻（F6）</translation>
    </message>
    <message>
        <source>Pause (F6)</source>
        <translation>暫停（F6）</translation>
    </message>
    <message>
        <source>Play (F6)</source>
        <translation>播放（F6）</translation>
    </message>
    <message>
        <source>To the alarm or change before (Ctrl+Shift+Left)</source>
        <translation>到上一個警報或變化（Ctrl+Shift+Left）</translation>
    </message>
    <message>
        <source>A minute back (Ctrl+Left)</source>
        <translation>後退一分鐘（Ctrl+Left）</translation>
    </message>
    <message>
        <source>A minute on (Ctrl+Right)</source>
        <translation>前進一分鐘（Ctrl+Right）</translation>
    </message>
    <message>
        <source>To the next alarm or change (Ctrl+Shift+Right)</source>
        <translation>到下一個警報或變化（Ctrl+Shift+Right）</translation>
    </message>
    <message>
        <source>How many times faster than it was</source>
        <translation>播放速度是當時的幾倍</translation>
    </message>
    <message>
        <source>Repeat a range. Drag with Shift on the strip to choose it</source>
        <translation>重複播放範圍。在時間軸上按住 Shift 拖曳來選取</translation>
    </message>
    <message>
        <source>How much time the strip shows</source>
        <translation>時間軸顯示多長時間</translation>
    </message>
    <message>
        <source>What was learned or corrected later (Ctrl+Shift+H)</source>
        <translation>事後得知或更正的資料（Ctrl+Shift+H）</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 小時</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 小時</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 週</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 個月</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 年</translation>
    </message>
    <message>
        <source>Bar of time</source>
        <translation>時間軸</translation>
    </message>
    <message>
        <source>Several times side by side (Ctrl+Shift+M)</source>
        <translation>多個時刻並排（Ctrl+Shift+M）</translation>
    </message>
    <message>
        <source>Back to what is now (Esc or Shift+F6)</source>
        <translation>回到現在（Esc 或 Shift+F6）</translation>
    </message>
    <message>
        <source>What is shown is live. Click to stop here (Shift+F6)</source>
        <translation>目前為即時畫面。按一下停在此刻（Shift+F6）</translation>
    </message>
    <message>
        <source>What is known now about then, not what was shown then (Ctrl+Shift+Y)</source>
        <translation>以現在所知看當時，而非當時所顯示（Ctrl+Shift+Y）</translation>
    </message>
    <message>
        <source>Write a note at this moment (Ctrl+Shift+J)</source>
        <translation>在此刻寫註記（Ctrl+Shift+J）</translation>
    </message>
</context>
<context>
    <name>widgets::ToolCard</name>
    <message>
        <source>Copy the result</source>
        <translation>複製結果</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>復原 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>重做 (Ctrl+Y)</translation>
    </message>
    <message>
        <source>Finish this shape (Ctrl+Return)</source>
        <translation>完成此圖形 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Put the tool away (Esc)</source>
        <translation>收起工具 (Esc)</translation>
    </message>
</context>
<context>
    <name>widgets::TopBar</name>
    <message>
        <source>Ask all feeds now</source>
        <translation>立即索取所有資料源</translation>
    </message>
    <message>
        <source>Save a picture</source>
        <translation>儲存圖片</translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation>切換語言</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>淺色或深色</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
</context>
<context>
    <name>widgets::WhyPopup</name>
    <message>
        <source>Why this number</source>
        <translation>此數值的由來</translation>
    </message>
    <message>
        <source>Nothing is known of where this comes from.</source>
        <translation>來源不明，沒有任何資訊。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy all of this as text (Ctrl+C)</source>
        <translation>全部複製為文字 (Ctrl+C)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地點</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>觀測</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Feed, state</source>
        <translation>來源、狀態</translation>
    </message>
    <message>
        <source>%1 of %2 observations are listed.</source>
        <translation>列出 %2 筆觀測中的 %1 筆。</translation>
    </message>
</context>
</TS>
